package io.anpip.transcode.encoder;

import io.anpip.messaging.EventHandler;
import io.anpip.messaging.HandlingOutcome;
import io.anpip.objectstore.BegunAttempts;
import io.anpip.objectstore.EndMarkers;
import io.anpip.schemas.AudioEncoded;
import io.anpip.schemas.ChunkEncoded;
import io.anpip.schemas.CopyPicture;
import io.anpip.schemas.DownloadsMade;
import io.anpip.schemas.EncodeAudio;
import io.anpip.schemas.EncodeChunk;
import io.anpip.schemas.EncodeSubtitles;
import io.anpip.schemas.EncodeTask;
import io.anpip.schemas.Failure;
import io.anpip.schemas.FailureKind;
import io.anpip.schemas.MakeDownloads;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.PictureCopied;
import io.anpip.schemas.RenditionTask;
import io.anpip.schemas.SubtitlesEncoded;
import io.anpip.schemas.VideoEvent;
import io.anpip.transcode.TranscodeConfig;
import io.anpip.transcode.grid.FrameGrid;
import io.anpip.transcode.plan.EncodingPlan;
import io.anpip.transcode.storage.PlanStore;
import io.anpip.transcode.storage.TaskMarker;
import io.anpip.transcode.storage.TaskMarkers;
import io.anpip.transcode.storage.TranscodeEnd;
import io.anpip.transcode.storage.VideoKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one task's renditions, once.
 *
 * <p>Idempotence: a task that has its marker is not encoded again; its completion is only told again. Failure: a crash or time-out of
 * FFmpeg is tried a second time, what FFmpeg refuses ends the transcoding, and infrastructure is left to the message boundary.
 */
@ApplicationScoped
public class EncodeHandler implements EventHandler {

    private static final Logger LOGGER = LoggerFactory.getLogger(EncodeHandler.class);

    private final PlanStore plans;
    private final TaskMarkers markers;
    private final EndMarkers ends;
    private final BegunAttempts begun;
    private final EncodeAttempt renditions;
    private final DownloadAttempt downloads;
    private final TranscodeConfig config;
    private final Clock clock = Clock.systemUTC();

    public EncodeHandler(
            PlanStore plans,
            TaskMarkers markers,
            EndMarkers ends,
            BegunAttempts begun,
            EncodeAttempt renditions,
            DownloadAttempt downloads,
            TranscodeConfig config) {
        this.plans = plans;
        this.markers = markers;
        this.ends = ends;
        this.begun = begun;
        this.renditions = renditions;
        this.downloads = downloads;
        this.config = config;
    }

    @Override
    public HandlingOutcome handle(VideoEvent event) {
        return event instanceof EncodeTask task ? encode(task) : HandlingOutcome.nothing();
    }

    @Override
    public HandlingOutcome giveUp(VideoEvent event, String reason) {
        return switch (event) {
            // A video is not lost for its subtitles.
            case EncodeSubtitles text ->
                leaveOut(text, "The subtitles could not be read because of a fault on our side.");
            // A video that plays is not failed for want of a file to save.
            case MakeDownloads task -> HandlingOutcome.publish(completion(task, downloads.without(task)));
            case EncodeTask task -> HandlingOutcome.publish(TranscodeEnd.givenUp(ends, task, clock.instant()));
            default -> HandlingOutcome.nothing();
        };
    }

    private HandlingOutcome encode(EncodeTask task) {
        VideoKeys keys = new VideoKeys(task.videoId(), task.generation());
        if (ends.isDeleted(task.videoId()).join()) {
            return HandlingOutcome.nothing();
        }
        Optional<VideoEvent> ended = ends.find(keys.transcodeEnd()).join();
        if (ended.isPresent()) {
            return toldAgain(task, ended.get());
        }
        Optional<ObjectRef> committed = markers.find(TaskNames.marker(keys, task));
        if (committed.isPresent()) {
            return HandlingOutcome.publish(completion(task, committed.get()));
        }
        Optional<Failure> crashed = begun.verdict(keys.begun(TaskNames.of(task)));
        if (crashed.isPresent()) {
            return end(task, crashed.get());
        }
        return switch (attempt(task, keys)) {
            case AttemptOutcome.Committed(ObjectRef marker) -> HandlingOutcome.publish(completion(task, marker));
            case AttemptOutcome.Failed(FailureKind kind, String sentence) -> {
                if (kind == FailureKind.RETRYABLE) {
                    yield new HandlingOutcome.TryAgain(sentence);
                }
                yield task instanceof RenditionTask rendition && isDispensable(rendition)
                        ? leaveOut(rendition, sentence)
                        : end(task, new Failure(kind, sentence));
            }
        };
    }

    /** The task that ended the transcoding may have been cut off before its record was with the dead letters. */
    private static HandlingOutcome toldAgain(EncodeTask task, VideoEvent end) {
        return TranscodeEnd.isOf(task, end) ? HandlingOutcome.ended(end) : HandlingOutcome.nothing();
    }

    private AttemptOutcome attempt(EncodeTask task, VideoKeys keys) {
        try (BegunAttempts.Begun ignored = begun.begin(keys.begun(TaskNames.of(task)))) {
            return withSecondTry(task, keys);
        }
    }

    private AttemptOutcome withSecondTry(EncodeTask task, VideoKeys keys) {
        EncodingPlan plan = plans.load(planOf(task));
        for (int number = 1; ; number++) {
            AttemptOutcome outcome = switch (task) {
                case RenditionTask rendition -> renditions.run(rendition, keys, plan);
                case MakeDownloads files -> downloads.run(files, keys, plan);
            };
            boolean suspect = outcome instanceof AttemptOutcome.Failed(FailureKind kind, var ignored)
                    && kind == FailureKind.SUSPECT;
            if (!suspect || number >= config.suspectAttempts()) {
                return outcome;
            }
            LOGGER.warn("Video {}: attempt {} at {} failed: {}", task.videoId(), number, TaskNames.of(task), outcome);
        }
    }

    /** Subtitles are; and so is a rendition of sound where there are others, of which the packager wants one. */
    private boolean isDispensable(RenditionTask task) {
        return switch (task) {
            case EncodeChunk ignored -> false;
            case CopyPicture ignored -> false;
            case EncodeAudio audio -> plans.load(audio.plan()).audio().size() > 1;
            case EncodeSubtitles ignored -> true;
        };
    }

    /** Commits the task without a result. Whichever came first stands: this, or a rendition after all. */
    private HandlingOutcome leaveOut(RenditionTask task, String sentence) {
        VideoKeys keys = new VideoKeys(task.videoId(), task.generation());
        String name = TaskNames.of(task);
        LOGGER.warn("Video {} goes without {}: {}", task.videoId(), name, sentence);
        TaskMarker marker =
                TaskMarker.leftOut(name, keys.attempt(name, UUID.randomUUID()), renditionOf(task), sentence);
        return HandlingOutcome.publish(completion(task, markers.commit(TaskNames.marker(keys, task), marker)));
    }

    private String renditionOf(RenditionTask task) {
        EncodingPlan plan = plans.load(planOf(task));
        return switch (task) {
            case EncodeChunk chunk -> TaskNames.of(chunk);
            case CopyPicture copy -> copy.rendition();
            case EncodeAudio audio -> plan.audio().get(audio.trackIndex()).name();
            case EncodeSubtitles text -> plan.text().get(text.trackIndex()).name();
        };
    }

    private HandlingOutcome end(EncodeTask task, Failure failure) {
        LOGGER.warn("Video {} can't be transcoded: {}", task.videoId(), failure.reason());
        return HandlingOutcome.ended(TranscodeEnd.failed(ends, task, failure, clock.instant()));
    }

    private VideoEvent completion(EncodeTask task, ObjectRef marker) {
        return switch (task) {
            case EncodeChunk chunk ->
                new ChunkEncoded(
                        chunk.videoId(),
                        chunk.generation(),
                        chunk.taskId(),
                        chunk.plan(),
                        chunk.chunkIndex(),
                        chunk.frameCount(),
                        plans.load(chunk.plan())
                                .grid()
                                .map(FrameGrid::totalFrames)
                                .orElse(0L),
                        marker);
            case EncodeAudio audio -> {
                TaskMarker made = markers.load(marker);
                yield new AudioEncoded(
                        audio.videoId(),
                        audio.generation(),
                        audio.taskId(),
                        audio.plan(),
                        audio.trackIndex(),
                        marker,
                        made.loudness(),
                        made.leftOut().map(TaskMarker.LeftOut::reason));
            }
            case EncodeSubtitles text ->
                new SubtitlesEncoded(
                        text.videoId(),
                        text.generation(),
                        text.taskId(),
                        text.plan(),
                        text.trackIndex(),
                        marker,
                        markers.load(marker).leftOut().map(TaskMarker.LeftOut::reason));
            case CopyPicture copy ->
                new PictureCopied(
                        copy.videoId(), copy.generation(), copy.taskId(), copy.plan(), copy.rendition(), marker);
            case MakeDownloads files ->
                new DownloadsMade(files.videoId(), files.generation(), files.taskId(), files.plan(), marker);
        };
    }

    private static ObjectRef planOf(EncodeTask task) {
        return switch (task) {
            case EncodeChunk chunk -> chunk.plan();
            case EncodeAudio audio -> audio.plan();
            case EncodeSubtitles text -> text.plan();
            case CopyPicture copy -> copy.plan();
            case MakeDownloads files -> files.plan();
        };
    }
}
