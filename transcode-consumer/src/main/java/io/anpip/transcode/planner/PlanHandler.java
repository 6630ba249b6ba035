package io.anpip.transcode.planner;

import io.anpip.media.FfmpegRunner;
import io.anpip.messaging.EventHandler;
import io.anpip.messaging.HandlingOutcome;
import io.anpip.objectstore.EndMarkers;
import io.anpip.schemas.Failure;
import io.anpip.schemas.FailureKind;
import io.anpip.schemas.SourceReady;
import io.anpip.schemas.VideoEvent;
import io.anpip.transcode.plan.EncodingPlan;
import io.anpip.transcode.plan.PassThrough;
import io.anpip.transcode.plan.PictureObjection;
import io.anpip.transcode.plan.PlanSettings;
import io.anpip.transcode.profile.ProfileChoice;
import io.anpip.transcode.profile.Profiles;
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
 * <p>Idempotence: the first stored plan stands, whatever has become of its profile; a redelivery publishes the same tasks with the same ids, and encoders skip what has its
 * marker.
 */
@ApplicationScoped
public class PlanHandler implements EventHandler {

    private static final Logger LOGGER = LoggerFactory.getLogger(PlanHandler.class);

    private final PlanStore plans;
    private final EndMarkers ends;
    private final Profiles profiles;
    private final ContentLook look;
    private final FfmpegRunner ffmpeg;
    private final Clock clock = Clock.systemUTC();

    public PlanHandler(PlanStore plans, EndMarkers ends, Profiles profiles, ContentLook look, FfmpegRunner ffmpeg) {
        this.plans = plans;
        this.ends = ends;
        this.profiles = profiles;
        this.look = look;
        this.ffmpeg = ffmpeg;
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
            return HandlingOutcome.ended(ended.get());
        }
        Optional<StoredPlan> stands = plans.find(keys);
        if (stands.isPresent()) {
            return work(stands.get());
        }
        return switch (ProfileChoice.of(
                ready.profile(), profiles, ffmpeg.installation().encoders())) {
            case ProfileChoice.Chosen(PlanSettings profile) -> plan(ready, keys, profile);
            case ProfileChoice.Unknown(String sentence) -> refuse(ready, FailureKind.PERMANENT, sentence);
            case ProfileChoice.WithoutEncoder(String sentence) -> refuse(ready, FailureKind.RETRYABLE, sentence);
        };
    }

    private HandlingOutcome plan(SourceReady ready, VideoKeys keys, PlanSettings profile) {
        EncodingPlan whole =
                EncodingPlan.of(ready.videoId(), ready.generation(), ready.object(), ready.probe(), profile);
        if (whole.grid().isPresent() && whole.rungs().isEmpty()) {
            return refuse(
                    ready,
                    FailureKind.PERMANENT,
                    "The picture is too small for every codec of the encoding profile '" + profile.profile() + "'.");
        }
        EncodingPlan wanted = whole.with(look.ladder(whole, profile.negligibleGain()));
        StoredPlan stored = plans.store(keys, wanted);
        explain(stored.plan(), profile);
        return work(stored);
    }

    private HandlingOutcome work(StoredPlan stored) {
        return new HandlingOutcome.Done(EncodingWork.of(stored, clock.instant()));
    }

    private HandlingOutcome refuse(SourceReady ready, FailureKind kind, String sentence) {
        return HandlingOutcome.ended(TranscodeEnd.failed(ends, ready, new Failure(kind, sentence), clock.instant()));
    }

    private static void explain(EncodingPlan plan, PlanSettings settings) {
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
