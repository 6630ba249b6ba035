package io.anpip.thumbnail;

import io.anpip.messaging.EventHandler;
import io.anpip.messaging.HandlingOutcome;
import io.anpip.objectstore.Buckets;
import io.anpip.objectstore.StageEnd;
import io.anpip.objectstore.StageResult;
import io.anpip.objectstore.StageResult.Finished;
import io.anpip.objectstore.StageResult.NotNow;
import io.anpip.objectstore.StageResult.VideoGone;
import io.anpip.schemas.Failure;
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
    private final Rendering rendering;
    private final PictureUpload upload;
    private final String mediaBucket;
    private final Clock clock = Clock.systemUTC();

    public ThumbnailHandler(StageEnd stageEnd, Rendering rendering, PictureUpload upload, Buckets buckets) {
        this.stageEnd = stageEnd;
        this.rendering = rendering;
        this.upload = upload;
        this.mediaBucket = buckets.media();
    }

    @Override
    public HandlingOutcome handle(VideoEvent event) {
        return event instanceof SourceReady source ? pictures(source) : HandlingOutcome.nothing();
    }

    private HandlingOutcome pictures(SourceReady source) {
        String run = "videos/" + source.videoId() + "/g" + source.generation();
        var attempt = new StageEnd.Attempt(
                source.videoId(),
                run + "/thumbnails.json",
                mediaBucket,
                run + "/thumbnails/" + UUID.randomUUID() + '/');
        return switch (stageEnd.reach(attempt, () -> work(source, attempt.prefix()))) {
            case Finished(VideoEvent end) -> HandlingOutcome.publish(end);
            case NotNow(String reason) -> new HandlingOutcome.TryAgain(reason);
            case VideoGone ignored -> HandlingOutcome.nothing();
        };
    }

    private StageResult.Work work(SourceReady source, String prefix) {
        Function<RenderedPictures, UploadedPictures> store = pictures -> upload.store(pictures, prefix);
        return switch (rendering.render(source, store)) {
            case RenderOutcome.Rendered<UploadedPictures>(UploadedPictures pictures) ->
                new Finished(published(source, pictures));
            case RenderOutcome.Failed<UploadedPictures>(Failure failure) ->
                new Finished(new ThumbnailsFailed(source.videoId(), source.generation(), failure, clock.instant()));
            case RenderOutcome.NotNow<UploadedPictures>(String reason) -> new NotNow(reason);
        };
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
