package io.anpip.transcode.packager;

import io.anpip.messaging.EventHandler;
import io.anpip.messaging.HandlingOutcome;
import io.anpip.objectstore.EndMarkers;
import io.anpip.schemas.AudioEncoded;
import io.anpip.schemas.ChunkEncoded;
import io.anpip.schemas.Failure;
import io.anpip.schemas.FailureKind;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.StreamPlayable;
import io.anpip.schemas.StreamPublished;
import io.anpip.schemas.VideoEvent;
import io.anpip.transcode.TranscodeConfig;
import io.anpip.transcode.cmaf.EncodedRendition;
import io.anpip.transcode.plan.EncodingPlan;
import io.anpip.transcode.plan.Presentation;
import io.anpip.transcode.storage.PlanStore;
import io.anpip.transcode.storage.TaskMarker;
import io.anpip.transcode.storage.TaskMarkers;
import io.anpip.transcode.storage.TranscodeEnd;
import io.anpip.transcode.storage.VideoKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Publishes as much of a stream as is encoded.
 *
 * <p>With the first chunk and all sound the stream is playable: HLS playlists of type EVENT that grow with the finished beginning. With
 * everything there, final playlists and the DASH manifest are written, the stored objects are compared with what the playlists name, and
 * the stage's end marker commits. Idempotence: everything is computed from the markers, and writing it again writes the same.
 */
@ApplicationScoped
public class PackageHandler implements EventHandler {

    private final PlanStore plans;
    private final TaskMarkers markers;
    private final EndMarkers ends;
    private final StreamFolder stream;
    private final TranscodeConfig config;
    private final Clock clock = Clock.systemUTC();

    public PackageHandler(
            PlanStore plans, TaskMarkers markers, EndMarkers ends, StreamFolder stream, TranscodeConfig config) {
        this.plans = plans;
        this.markers = markers;
        this.ends = ends;
        this.stream = stream;
        this.config = config;
    }

    @Override
    public HandlingOutcome handle(VideoEvent event) {
        return switch (event) {
            case ChunkEncoded chunk -> publish(chunk, chunk.plan(), chunk.chunkIndex() == 0);
            case AudioEncoded audio -> publish(audio, audio.plan(), true);
            default -> HandlingOutcome.nothing();
        };
    }

    @Override
    public HandlingOutcome giveUp(VideoEvent event, String reason) {
        return switch (event) {
            case ChunkEncoded ignored -> HandlingOutcome.publish(TranscodeEnd.givenUp(ends, event, clock.instant()));
            case AudioEncoded ignored -> HandlingOutcome.publish(TranscodeEnd.givenUp(ends, event, clock.instant()));
            default -> HandlingOutcome.nothing();
        };
    }

    /** @param opens whether playback can't begin without what this event tells of */
    private HandlingOutcome publish(VideoEvent finished, ObjectRef planObject, boolean opens) {
        VideoKeys keys = new VideoKeys(finished.videoId(), finished.generation());
        if (ends.isDeleted(keys.videoId()).join()) {
            return HandlingOutcome.nothing();
        }
        Optional<VideoEvent> ended = ends.find(keys.transcodeEnd()).join();
        if (ended.isPresent()) {
            return HandlingOutcome.publish(ended.get());
        }
        EncodingPlan plan = plans.load(planObject);
        List<TaskMarker> committed = markers.all(keys);
        List<EncodedRendition> parts =
                committed.stream().flatMap(task -> task.renditions().stream()).toList();
        List<String> disagreeing = Presentation.disagreeing(parts);
        if (!disagreeing.isEmpty()) {
            String sentence = "The encoders disagree about " + String.join(", ", disagreeing)
                    + ": all workers must run the same FFmpeg build.";
            return HandlingOutcome.publish(
                    TranscodeEnd.failed(ends, finished, new Failure(FailureKind.SUSPECT, sentence), clock.instant()));
        }
        Optional<String> damaged = DamageOverAll.objection(plan, committed, config.decodableShare());
        if (damaged.isPresent()) {
            Failure failure = new Failure(FailureKind.PERMANENT, damaged.get());
            return HandlingOutcome.publish(TranscodeEnd.failed(ends, finished, failure, clock.instant()));
        }
        stream.promote(keys, committed);
        Presentation presentation = Presentation.of(plan, parts);
        if (presentation.complete()) {
            return complete(keys, presentation);
        }
        if (!isPlayable(plan, presentation)) {
            return HandlingOutcome.nothing();
        }
        StreamPlayable playable = playable(keys, presentation);
        return opens ? HandlingOutcome.publish(playable) : HandlingOutcome.nothing();
    }

    private HandlingOutcome complete(VideoKeys keys, Presentation presentation) {
        StreamPlayable playable = playable(keys, presentation);
        PublishedManifests manifests = stream.writeFinal(keys, presentation);
        Optional<String> missing = stream.missing(keys, presentation);
        if (missing.isPresent()) {
            return new HandlingOutcome.TryAgain("The stream is not whole: " + missing.get());
        }
        var picture = presentation.video().stream().reduce((smaller, larger) -> larger);
        VideoEvent end = ends.commit(
                        keys.transcodeEnd(),
                        new StreamPublished(
                                keys.videoId(),
                                keys.generation(),
                                manifests.hls(),
                                manifests.dash(),
                                presentation.durationSeconds(),
                                picture.map(top -> top.rung().width()).orElse(0),
                                picture.map(top -> top.rung().height()).orElse(0),
                                presentation.frameRate(),
                                presentation.renditions(),
                                clock.instant()))
                .join()
                .event();
        stream.dropAttempts(keys);
        return HandlingOutcome.publish(playable, end);
    }

    private StreamPlayable playable(VideoKeys keys, Presentation presentation) {
        ObjectRef master = stream.writeGrowing(keys, presentation);
        return new StreamPlayable(keys.videoId(), keys.generation(), master, clock.instant());
    }

    private static boolean isPlayable(EncodingPlan plan, Presentation presentation) {
        return presentation.audio().size() == plan.audio().size()
                && presentation.video().size() == plan.rungs().size();
    }
}
