package io.anpip.thumbnail;

import io.anpip.messaging.EventHandler;
import io.anpip.messaging.HandlingOutcome;
import io.anpip.objectstore.Buckets;
import io.anpip.objectstore.EndMarkers;
import io.anpip.objectstore.StageEnd;
import io.anpip.objectstore.StageResult;
import io.anpip.objectstore.StageResult.Finished;
import io.anpip.objectstore.StageResult.NotNow;
import io.anpip.objectstore.StageResult.VideoGone;
import io.anpip.schemas.Failure;
import io.anpip.schemas.FailureKind;
import io.anpip.schemas.SourceReady;
import io.anpip.schemas.ThumbnailsFailed;
import io.anpip.schemas.ThumbnailsPublished;
import io.anpip.schemas.VideoEvent;
import io.anpip.thumbnail.render.PictureUpload;
import io.anpip.thumbnail.render.RenderOutcome;
import io.anpip.thumbnail.render.RenderedPictures;
import io.anpip.thumbnail.render.Rendering;
import io.anpip.thumbnail.render.UploadedPictures;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;

/** Makes the pictures of a source once, and answers how that ended: with pictures, or with a reason a person understands. */
@ApplicationScoped
public class ThumbnailHandler implements EventHandler {

    private final StageEnd stageEnd;
    private final EndMarkers ends;
    private final PosterSources posterSources;
    private final Rendering rendering;
    private final PictureUpload upload;
    private final String mediaBucket;
    private final Clock clock = Clock.systemUTC();

    public ThumbnailHandler(
            StageEnd stageEnd,
            EndMarkers ends,
            PosterSources posterSources,
            Rendering rendering,
            PictureUpload upload,
            Buckets buckets) {
        this.stageEnd = stageEnd;
        this.ends = ends;
        this.posterSources = posterSources;
        this.rendering = rendering;
        this.upload = upload;
        this.mediaBucket = buckets.media();
    }

    @Override
    public HandlingOutcome handle(VideoEvent event) {
        return event instanceof SourceReady source ? pictures(source) : HandlingOutcome.nothing();
    }

    @Override
    public HandlingOutcome giveUp(VideoEvent event, String reason) {
        return event instanceof SourceReady source ? givenUp(source) : HandlingOutcome.nothing();
    }

    /** The stream and the end of the video wait for this stage, so it ends in any case. */
    private HandlingOutcome givenUp(SourceReady source) {
        Failure ourFault = new Failure(
                FailureKind.RETRYABLE,
                "The pictures could not be made because of a fault on our side; the video can be processed again.");
        return HandlingOutcome.publish(
                ends.commit(marker(source), failed(source, ourFault)).join().event());
    }

    private HandlingOutcome pictures(SourceReady source) {
        posterSources.remember(source);
        var attempt = new StageEnd.Attempt(
                source.videoId(), marker(source), mediaBucket, run(source) + "/thumbnails/" + UUID.randomUUID() + '/');
        return switch (stageEnd.reach(
                attempt, () -> work(source, attempt.prefix()), failure -> failed(source, failure))) {
            case Finished(VideoEvent end) -> HandlingOutcome.ended(end);
            case NotNow(String reason) -> new HandlingOutcome.TryAgain(reason);
            case VideoGone ignored -> {
                posterSources.forget(source.videoId());
                yield HandlingOutcome.nothing();
            }
        };
    }

    private static String run(SourceReady source) {
        return "videos/" + source.videoId() + "/g" + source.generation();
    }

    private static String marker(SourceReady source) {
        return run(source) + "/thumbnails.json";
    }

    private StageResult.Work work(SourceReady source, String prefix) {
        Function<RenderedPictures, UploadedPictures> store = pictures -> upload.store(pictures, prefix);
        return switch (rendering.render(source, store)) {
            case RenderOutcome.Rendered<UploadedPictures>(UploadedPictures pictures) ->
                new Finished(published(source, pictures));
            case RenderOutcome.Failed<UploadedPictures>(Failure failure) -> new Finished(failed(source, failure));
            case RenderOutcome.NotNow<UploadedPictures>(String reason) -> new NotNow(reason);
        };
    }

    private ThumbnailsFailed failed(SourceReady source, Failure failure) {
        return new ThumbnailsFailed(source.videoId(), source.generation(), failure, clock.instant());
    }

    private ThumbnailsPublished published(SourceReady source, UploadedPictures pictures) {
        return new ThumbnailsPublished(
                source.videoId(),
                source.generation(),
                pictures.posters(),
                pictures.storyboard(),
                pictures.preview(),
                clock.instant());
    }
}
