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
import io.anpip.schemas.Picture;
import io.anpip.schemas.PosterFailed;
import io.anpip.schemas.PosterPublished;
import io.anpip.schemas.PosterRequested;
import io.anpip.schemas.SourceReady;
import io.anpip.schemas.VideoEvent;
import io.anpip.thumbnail.render.ChosenFrame;
import io.anpip.thumbnail.render.PictureUpload;
import io.anpip.thumbnail.render.RenderOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes the frame a user has picked as poster, once for every request.
 *
 * <p>Its objects lie beside the generations of the video, not in one: the choice stays when the video is made again. That the automatic
 * poster is wanted back is not for here, it is only a matter of what is shown.
 */
@ApplicationScoped
public class PosterHandler implements EventHandler {

    private final PosterSources sources;
    private final StageEnd stageEnd;
    private final EndMarkers ends;
    private final ChosenFrame frame;
    private final PictureUpload upload;
    private final String mediaBucket;
    private final Clock clock = Clock.systemUTC();

    public PosterHandler(
            PosterSources sources,
            StageEnd stageEnd,
            EndMarkers ends,
            ChosenFrame frame,
            PictureUpload upload,
            Buckets buckets) {
        this.sources = sources;
        this.stageEnd = stageEnd;
        this.ends = ends;
        this.frame = frame;
        this.upload = upload;
        this.mediaBucket = buckets.media();
    }

    @Override
    public HandlingOutcome handle(VideoEvent event) {
        return event instanceof PosterRequested request && request.timeSeconds().isPresent()
                ? poster(request, request.timeSeconds().get())
                : HandlingOutcome.nothing();
    }

    @Override
    public HandlingOutcome giveUp(VideoEvent event, String reason) {
        return event instanceof PosterRequested request && request.timeSeconds().isPresent()
                ? HandlingOutcome.publish(ends.commit(marker(request), failed(request, ourFault()))
                        .join()
                        .event())
                : HandlingOutcome.nothing();
    }

    private HandlingOutcome poster(PosterRequested request, double timeSeconds) {
        var attempt = new StageEnd.Attempt(
                request.videoId(),
                marker(request),
                mediaBucket,
                folder(request) + "poster-" + request.revision() + '-' + UUID.randomUUID() + '/');
        return switch (stageEnd.reach(
                attempt, () -> work(request, timeSeconds, attempt.prefix()), failure -> failed(request, failure))) {
            case Finished(VideoEvent end) -> HandlingOutcome.publish(end);
            case NotNow(String reason) -> new HandlingOutcome.TryAgain(reason);
            case VideoGone ignored -> HandlingOutcome.nothing();
        };
    }

    private StageResult.Work work(PosterRequested request, double timeSeconds, String prefix) {
        Optional<SourceReady> source = sources.find(request.videoId());
        if (source.isEmpty()) {
            return new NotNow("The source of the video has not come by here yet");
        }
        Duration time = Duration.ofNanos(Math.round(timeSeconds * 1e9));
        return switch (frame.take(source.get(), time, posters -> upload.store(posters, prefix))) {
            case RenderOutcome.Rendered<List<Picture>>(List<Picture> posters) ->
                new Finished(new PosterPublished(
                        request.videoId(),
                        request.generation(),
                        request.revision(),
                        timeSeconds,
                        posters,
                        clock.instant()));
            case RenderOutcome.Failed<List<Picture>>(Failure failure) ->
                new Finished(failed(request, at(timeSeconds, failure)));
            case RenderOutcome.NotNow<List<Picture>>(String reason) -> new NotNow(reason);
        };
    }

    private PosterFailed failed(PosterRequested request, Failure failure) {
        return new PosterFailed(request.videoId(), request.generation(), request.revision(), failure, clock.instant());
    }

    private static Failure at(double timeSeconds, Failure failure) {
        return new Failure(
                failure.kind(),
                String.format(Locale.ROOT, "No poster could be taken at %.3f s. %s", timeSeconds, failure.reason()));
    }

    private static Failure ourFault() {
        return new Failure(
                FailureKind.RETRYABLE,
                "The poster could not be taken because of a fault on our side; it can be asked for again.");
    }

    private static String folder(PosterRequested request) {
        return "videos/" + request.videoId() + "/chosen/";
    }

    private static String marker(PosterRequested request) {
        return folder(request) + "poster-" + request.revision() + ".json";
    }
}
