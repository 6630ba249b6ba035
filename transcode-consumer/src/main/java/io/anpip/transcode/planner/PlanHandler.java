package io.anpip.transcode.planner;

import io.anpip.messaging.EventHandler;
import io.anpip.messaging.HandlingOutcome;
import io.anpip.objectstore.EndMarkers;
import io.anpip.schemas.SourceReady;
import io.anpip.schemas.VideoEvent;
import io.anpip.transcode.plan.EncodingPlan;
import io.anpip.transcode.plan.PassThrough;
import io.anpip.transcode.plan.PictureObjection;
import io.anpip.transcode.plan.PlanSettings;
import io.anpip.transcode.storage.PlanStore;
import io.anpip.transcode.storage.StoredPlan;
import io.anpip.transcode.storage.TranscodeEnd;
import io.anpip.transcode.storage.VideoKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plans a source and hands out the work.
 *
 * <p>Idempotence: the first stored plan stands; a redelivery publishes the same tasks with the same ids, and encoders skip what has its
 * marker.
 */
@ApplicationScoped
public class PlanHandler implements EventHandler {

    private static final Logger LOGGER = LoggerFactory.getLogger(PlanHandler.class);

    private final PlanStore plans;
    private final EndMarkers ends;
    private final PlanSettings settings;
    private final Clock clock = Clock.systemUTC();

    public PlanHandler(PlanStore plans, EndMarkers ends, PlanSettings settings) {
        this.plans = plans;
        this.ends = ends;
        this.settings = settings;
    }

    @Override
    public HandlingOutcome handle(VideoEvent event) {
        return event instanceof SourceReady ready ? plan(ready) : HandlingOutcome.nothing();
    }

    @Override
    public HandlingOutcome giveUp(VideoEvent event, String reason) {
        return event instanceof SourceReady ready
                ? HandlingOutcome.publish(TranscodeEnd.givenUp(ends, ready, clock.instant()))
                : HandlingOutcome.nothing();
    }

    private HandlingOutcome plan(SourceReady ready) {
        VideoKeys keys = new VideoKeys(ready.videoId(), ready.generation());
        if (ends.isDeleted(ready.videoId()).join()) {
            return HandlingOutcome.nothing();
        }
        Optional<VideoEvent> ended = ends.find(keys.transcodeEnd()).join();
        if (ended.isPresent()) {
            return HandlingOutcome.publish(ended.get());
        }
        EncodingPlan wanted =
                EncodingPlan.of(ready.videoId(), ready.generation(), ready.object(), ready.probe(), settings);
        StoredPlan stored = plans.store(keys, wanted);
        explain(stored.plan());
        return new HandlingOutcome.Done(EncodingWork.of(stored, clock.instant()));
    }

    private void explain(EncodingPlan plan) {
        if (settings.passThrough()
                && plan.grid().isPresent()
                && plan.copiedRung().isEmpty()) {
            LOGGER.info(
                    "Video {}: the pictures are encoded in every size, because {}",
                    plan.videoId(),
                    PassThrough.pictureObjections(plan.probe(), plan.grid().get(), plan.rungs()).stream()
                            .map(PictureObjection::sentence)
                            .collect(Collectors.joining("; ")));
        }
        plan.copiedRung()
                .ifPresent(rung -> LOGGER.info(
                        "Video {}: the pictures of the source are taken over as {}", plan.videoId(), rung.name()));
    }
}
