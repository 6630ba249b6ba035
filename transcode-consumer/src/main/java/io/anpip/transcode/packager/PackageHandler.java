package io.anpip.transcode.packager;

import io.anpip.messaging.EventHandler;
import io.anpip.messaging.HandlingOutcome;
import io.anpip.objectstore.EndMarkers;
import io.anpip.schemas.AudioEncoded;
import io.anpip.schemas.ChunkEncoded;
import io.anpip.schemas.Download;
import io.anpip.schemas.DownloadsMade;
import io.anpip.schemas.Failure;
import io.anpip.schemas.FailureKind;
import io.anpip.schemas.ImagesAdded;
import io.anpip.schemas.MakeDownloads;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.PictureCopied;
import io.anpip.schemas.StreamPlayable;
import io.anpip.schemas.StreamPublished;
import io.anpip.schemas.SubtitlesEncoded;
import io.anpip.schemas.VideoEvent;
import io.anpip.transcode.TranscodeConfig;
import io.anpip.transcode.plan.EncodedParts;
import io.anpip.transcode.plan.EncodingPlan;
import io.anpip.transcode.plan.ImageTiles;
import io.anpip.transcode.plan.Presentation;
import io.anpip.transcode.storage.DownloadMarkers;
import io.anpip.transcode.storage.ImageMarker;
import io.anpip.transcode.storage.ImageMarkers;
import io.anpip.transcode.storage.PlanStore;
import io.anpip.transcode.storage.TaskMarker;
import io.anpip.transcode.storage.TaskMarkers;
import io.anpip.transcode.storage.TranscodeEnd;
import io.anpip.transcode.storage.VideoKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Publishes as much of a stream as is encoded.
 *
 * <p>With the first chunk and all sound the stream is playable: HLS playlists of type EVENT that grow with the finished beginning. With
 * everything there, the seek pictures too, and the files to save where the plan asks for them, final playlists and the DASH manifest are
 * written, the stored objects are compared with what the playlists name, and the stage's end marker commits. Idempotence: everything is
 * computed from the markers, and writing it again writes the same.
 */
@ApplicationScoped
public class PackageHandler implements EventHandler {

    private final PlanStore plans;
    private final TaskMarkers markers;
    private final EndMarkers ends;
    private final StreamFolder stream;
    private final DownloadMarkers downloads;
    private final ImageMarkers imageMarkers;
    private final ImageFolder images;
    private final TranscodeConfig config;
    private final Clock clock = Clock.systemUTC();

    public PackageHandler(
            PlanStore plans,
            TaskMarkers markers,
            EndMarkers ends,
            StreamFolder stream,
            DownloadMarkers downloads,
            ImageMarkers imageMarkers,
            ImageFolder images,
            TranscodeConfig config) {
        this.plans = plans;
        this.markers = markers;
        this.ends = ends;
        this.stream = stream;
        this.downloads = downloads;
        this.imageMarkers = imageMarkers;
        this.images = images;
        this.config = config;
    }

    @Override
    public HandlingOutcome handle(VideoEvent event) {
        return switch (event) {
            case ChunkEncoded chunk -> publish(chunk, chunk.plan(), chunk.chunkIndex() == 0);
            case AudioEncoded audio -> publish(audio, audio.plan(), true);
            case SubtitlesEncoded text -> publish(text, text.plan(), false);
            case PictureCopied copied -> publish(copied, copied.plan(), true);
            case DownloadsMade made -> publish(made, made.plan(), false);
            case ImagesAdded added -> publish(added);
            default -> HandlingOutcome.nothing();
        };
    }

    @Override
    public HandlingOutcome giveUp(VideoEvent event, String reason) {
        return switch (event) {
            case ChunkEncoded ignored -> HandlingOutcome.publish(TranscodeEnd.givenUp(ends, event, clock.instant()));
            case AudioEncoded ignored -> HandlingOutcome.publish(TranscodeEnd.givenUp(ends, event, clock.instant()));
            case SubtitlesEncoded ignored ->
                HandlingOutcome.publish(TranscodeEnd.givenUp(ends, event, clock.instant()));
            case PictureCopied ignored -> HandlingOutcome.publish(TranscodeEnd.givenUp(ends, event, clock.instant()));
            case DownloadsMade ignored -> HandlingOutcome.publish(TranscodeEnd.givenUp(ends, event, clock.instant()));
            case ImagesAdded ignored -> HandlingOutcome.publish(TranscodeEnd.givenUp(ends, event, clock.instant()));
            default -> HandlingOutcome.nothing();
        };
    }

    /** Before there is a plan, nothing is encoded; what is will come with events of its own. */
    private HandlingOutcome publish(ImagesAdded added) {
        return plans.find(new VideoKeys(added.videoId(), added.generation()))
                .map(plan -> publish(added, plan.object(), false))
                .orElseGet(HandlingOutcome::nothing);
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
        EncodedParts parts = TaskMarker.parts(committed);
        Optional<String> soundless = withoutAnySound(plan, committed);
        if (soundless.isPresent()) {
            return HandlingOutcome.ended(TranscodeEnd.failed(
                    ends, finished, new Failure(FailureKind.PERMANENT, soundless.get()), clock.instant()));
        }
        List<String> disagreeing = Presentation.disagreeing(parts.tracks());
        if (!disagreeing.isEmpty()) {
            String sentence = "The encoders disagree about " + String.join(", ", disagreeing)
                    + ": all workers must run the same FFmpeg build.";
            return HandlingOutcome.ended(
                    TranscodeEnd.failed(ends, finished, new Failure(FailureKind.SUSPECT, sentence), clock.instant()));
        }
        Optional<String> damaged = DamageOverAll.objection(plan, committed, config.decodableShare());
        if (damaged.isPresent()) {
            Failure failure = new Failure(FailureKind.PERMANENT, damaged.get());
            return HandlingOutcome.ended(TranscodeEnd.failed(ends, finished, failure, clock.instant()));
        }
        stream.promote(keys, committed);
        Presentation presentation = Presentation.of(plan, parts);
        if (presentation.complete()) {
            return complete(keys, plan, planObject, presentation);
        }
        if (finished instanceof ImagesAdded || !isPlayable(plan, parts.leftOut(), presentation)) {
            return HandlingOutcome.nothing();
        }
        StreamPlayable playable = playable(keys, presentation);
        return opens ? HandlingOutcome.publish(playable) : HandlingOutcome.nothing();
    }

    private HandlingOutcome complete(
            VideoKeys keys, EncodingPlan plan, ObjectRef planObject, Presentation presentation) {
        StreamPlayable playable = playable(keys, presentation);
        Optional<List<Download>> files = plan.downloads().isPresent() ? downloads.find(keys) : Optional.of(List.of());
        if (files.isEmpty()) {
            String taskId = keys.videoId() + "/g" + keys.generation() + "/downloads";
            return HandlingOutcome.publish(
                    playable, new MakeDownloads(keys.videoId(), keys.generation(), taskId, planObject));
        }
        Optional<ImageMarker> marker = imageMarkers.find(keys);
        if (marker.isEmpty()) {
            // The pictures are not made yet; READY waits for them in any case.
            return HandlingOutcome.publish(playable);
        }
        Optional<ImageTiles> tiles = marker.get().tiles();
        PublishedManifests manifests = stream.writeFinal(keys, presentation, tiles);
        Optional<String> missing = stream.missing(keys, presentation, files.get())
                .or(() -> tiles.flatMap(sheets -> images.missing(keys, sheets)));
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
                                clock.instant(),
                                Optional.of(stream.subtitles(keys, presentation)),
                                plan.downloads().isPresent() ? files : Optional.empty()))
                .join()
                .event();
        stream.dropAttempts(keys);
        return HandlingOutcome.publish(playable, end);
    }

    private StreamPlayable playable(VideoKeys keys, Presentation presentation) {
        ObjectRef master = stream.writeGrowing(keys, presentation);
        return new StreamPlayable(keys.videoId(), keys.generation(), master, clock.instant());
    }

    /** Playback waits for the sound, not for subtitles. */
    private static boolean isPlayable(EncodingPlan plan, Set<String> leftOut, Presentation presentation) {
        long wanted = plan.audio().stream()
                .filter(sound -> !leftOut.contains(sound.name()))
                .count();
        return presentation.audio().size() == wanted
                && presentation.video().size() == plan.rungs().size();
    }

    /** Of several sound tracks some may be left out, but where none is left the video would be another than the one uploaded. */
    private static Optional<String> withoutAnySound(EncodingPlan plan, List<TaskMarker> committed) {
        Map<String, String> reasons = committed.stream()
                .flatMap(task -> task.leftOut().stream())
                .collect(Collectors.toMap(TaskMarker.LeftOut::rendition, TaskMarker.LeftOut::reason));
        return plan.audio().stream().allMatch(sound -> reasons.containsKey(sound.name()))
                ? plan.audio().stream().findFirst().flatMap(sound -> Optional.ofNullable(reasons.get(sound.name())))
                : Optional.empty();
    }
}
