package io.anpip.transcode.encoder;

import io.anpip.media.ContainerFormat;
import io.anpip.media.FfmpegCommand;
import io.anpip.media.FfmpegOutcome;
import io.anpip.media.FfmpegRunner;
import io.anpip.media.FfmpegVerdict;
import io.anpip.media.MediaInput;
import io.anpip.media.ProgressListener;
import io.anpip.media.ScratchDirectory;
import io.anpip.media.ScratchSpace;
import io.anpip.messaging.EventPublisher;
import io.anpip.objectstore.LoopbackSource;
import io.anpip.schemas.CodedStructure;
import io.anpip.schemas.CopyPicture;
import io.anpip.schemas.EncodeAudio;
import io.anpip.schemas.EncodeChunk;
import io.anpip.schemas.FailureKind;
import io.anpip.schemas.RenditionTask;
import io.anpip.schemas.VideoTrack;
import io.anpip.transcode.TranscodeConfig;
import io.anpip.transcode.cmaf.AudioTrackRewriter;
import io.anpip.transcode.cmaf.CopiedPictureRewriter;
import io.anpip.transcode.cmaf.CopiedSoundRewriter;
import io.anpip.transcode.cmaf.EncodedRendition;
import io.anpip.transcode.cmaf.Rejected;
import io.anpip.transcode.cmaf.RewriteOutcome;
import io.anpip.transcode.cmaf.Rewritten;
import io.anpip.transcode.cmaf.VideoChunkRewriter;
import io.anpip.transcode.command.AudioEncodeCommand;
import io.anpip.transcode.command.ChunkEncodeCommand;
import io.anpip.transcode.command.CopyCommand;
import io.anpip.transcode.grid.ChunkRange;
import io.anpip.transcode.grid.FrameGrid;
import io.anpip.transcode.ladder.Rung;
import io.anpip.transcode.plan.AudioRendition;
import io.anpip.transcode.plan.EncodingPlan;
import io.anpip.transcode.storage.TaskMarker;
import io.anpip.transcode.storage.TaskMarkers;
import io.anpip.transcode.storage.VideoKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt at an encode task: FFmpeg in a scratch directory of its own, then the segments into the store, then the marker.
 *
 * <p>Threading: blocks on FFmpeg; called on the bounded pool of the encoder, which has a few more threads than chunks are encoded at once: while
 * one chunk is being stored the next is encoded. Failure: what FFmpeg or the segments say of the content is a
 * value; trouble with disk or store is an exception.
 */
@ApplicationScoped
public class EncodeAttempt {

    private static final Logger LOGGER = LoggerFactory.getLogger(EncodeAttempt.class);
    private static final long SCRATCH_MARGIN_BYTES = 16L << 20;

    private final FfmpegRunner ffmpeg;
    private final ScratchSpace scratch;
    private final LoopbackSource loopback;
    private final SegmentUpload upload;
    private final TaskMarkers markers;
    private final EventPublisher publisher;
    private final TranscodeConfig config;
    /** Turns of the encodes of chunks, in the order they came: each uses all cores, so the next begins when one's FFmpeg has ended. */
    private final Semaphore chunkTurns;

    public EncodeAttempt(
            FfmpegRunner ffmpeg,
            ScratchSpace scratch,
            LoopbackSource loopback,
            SegmentUpload upload,
            TaskMarkers markers,
            EventPublisher publisher,
            TranscodeConfig config) {
        this.ffmpeg = ffmpeg;
        this.scratch = scratch;
        this.loopback = loopback;
        this.upload = upload;
        this.markers = markers;
        this.publisher = publisher;
        this.config = config;
        this.chunkTurns = new Semaphore(config.chunksAtOnce(), true);
    }

    /** Encodes, stores and commits. */
    AttemptOutcome run(RenditionTask task, VideoKeys keys, EncodingPlan plan) {
        try {
            return switch (scratch.reserve(scratchBytes(task, plan))) {
                case ScratchSpace.Reservation.DiskTooFull(String sentence) ->
                    new AttemptOutcome.Failed(FailureKind.RETRYABLE, sentence);
                case ScratchSpace.Reservation.Granted(ScratchDirectory directory) -> {
                    try (directory) {
                        yield encode(task, keys, plan, directory.path());
                    }
                }
            };
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    private AttemptOutcome encode(RenditionTask task, VideoKeys keys, EncodingPlan plan, Path folder)
            throws IOException {
        String prefix = keys.attempt(TaskNames.of(task), UUID.randomUUID());
        Made made = make(task, plan, folder, prefix);
        if (made instanceof Unfit(String reason) && isCopy(task, plan)) {
            LOGGER.info("Video {}: {} is encoded, not copied: {}", task.videoId(), TaskNames.of(task), reason);
            made = encodeInstead(task, plan, folder, prefix);
        }
        return switch (made) {
            case Stored(List<EncodedRendition> renditions) -> {
                TaskMarker marker = new TaskMarker(TaskNames.of(task), prefix, renditions);
                yield new AttemptOutcome.Committed(markers.commit(TaskNames.marker(keys, task), marker));
            }
            case Unfit(String reason) -> new AttemptOutcome.Failed(FailureKind.SUSPECT, reason);
            case Trouble(AttemptOutcome.Failed failed) -> failed;
        };
    }

    /** What FFmpeg and the rewriters have come to. */
    private sealed interface Made {}

    /** The renditions lie in the store, not committed yet. */
    private record Stored(List<EncodedRendition> renditions) implements Made {}

    /** The file is not the track that was planned; the sentence is for the person who uploaded the video. */
    private record Unfit(String reason) implements Made {}

    private record Trouble(AttemptOutcome.Failed failed) implements Made {}

    private Made make(RenditionTask task, EncodingPlan plan, Path folder, String prefix) throws IOException {
        FfmpegOutcome outcome;
        try (LoopbackSource.OpenFile source = loopback.open(List.of(plan.source()))) {
            MediaInput input = MediaInput.http(URI.create(source.url()), format(plan));
            outcome = runInTurn(task, command(task, plan, input, folder), progress(task, plan));
        }
        return switch (FfmpegVerdict.of(outcome)) {
            case FfmpegVerdict.Fine() -> store(task, plan, folder, prefix);
            case FfmpegVerdict.InputAtFault(List<String> lines)
            when isCopy(task, plan) -> new Unfit(FfmpegComplaint.sentence(lines));
            case FfmpegVerdict.InputAtFault(List<String> lines) ->
                new Trouble(new AttemptOutcome.Failed(FailureKind.PERMANENT, FfmpegComplaint.sentence(lines)));
            case FfmpegVerdict.Suspect(String reason, List<String> ignored) ->
                new Unfit("The video could not be encoded: " + reason + '.');
            case FfmpegVerdict.NotItsFault(String reason) ->
                new Trouble(new AttemptOutcome.Failed(FailureKind.RETRYABLE, reason));
        };
    }

    private static boolean isCopy(RenditionTask task, EncodingPlan plan) {
        return switch (task) {
            case EncodeChunk ignored -> false;
            case EncodeAudio audio -> plan.copies(plan.audio().get(audio.trackIndex()));
            case CopyPicture ignored -> true;
        };
    }

    /** Makes of a track that did not conform after all what would have been made of it without pass-through. */
    private Made encodeInstead(RenditionTask task, EncodingPlan plan, Path folder, String prefix) throws IOException {
        return switch (task) {
            case EncodeChunk chunk -> make(chunk, plan, folder, prefix);
            case EncodeAudio audio -> make(audio, plan.withoutCopies(), folder, prefix);
            case CopyPicture copy -> {
                EncodingPlan alone = plan.encodingOnly(rung(plan, copy));
                List<EncodedRendition> parts = new ArrayList<>();
                for (ChunkRange range : grid(plan).chunks()) {
                    switch (make(asChunk(copy, alone, range), alone, folder, prefix)) {
                        case Stored(List<EncodedRendition> chunk) -> parts.addAll(chunk);
                        case Unfit unfit -> {
                            yield unfit;
                        }
                        case Trouble trouble -> {
                            yield trouble;
                        }
                    }
                }
                yield new Stored(List.of(EncodedRendition.joined(parts)));
            }
        };
    }

    private static EncodeChunk asChunk(CopyPicture copy, EncodingPlan plan, ChunkRange range) {
        return new EncodeChunk(
                copy.videoId(),
                copy.generation(),
                copy.taskId(),
                copy.plan(),
                range.index(),
                grid(plan).chunks().size(),
                range.firstFrame(),
                range.frameCount());
    }

    /** Only chunks wait their turn: the others need little, and playback can't begin without them. */
    private FfmpegOutcome runInTurn(RenditionTask task, FfmpegCommand command, ProgressListener progress) {
        if (!(task instanceof EncodeChunk)) {
            return ffmpeg.run(command, progress);
        }
        try {
            chunkTurns.acquire();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new FfmpegOutcome.Interrupted();
        }
        try {
            return ffmpeg.run(command, progress);
        } finally {
            chunkTurns.release();
        }
    }

    private Made store(RenditionTask task, EncodingPlan plan, Path folder, String prefix) throws IOException {
        List<EncodedTrack> tracks = new ArrayList<>();
        for (Output output : outputs(task, plan, folder)) {
            switch (output.rewrite()) {
                case Rewritten track -> tracks.add(new EncodedTrack(output.name(), track));
                case Rejected rejected -> {
                    return new Unfit("The video can't be decoded as a whole: " + rejected.detail() + " ("
                            + output.name() + ").");
                }
            }
        }
        return new Stored(upload.store(tracks, prefix));
    }

    /** A file that FFmpeg has written, and how it becomes a track. */
    private record Output(String name, Rewriting rewriting) {
        RewriteOutcome rewrite() throws IOException {
            return rewriting.run();
        }
    }

    private interface Rewriting {
        RewriteOutcome run() throws IOException;
    }

    private static List<Output> outputs(RenditionTask task, EncodingPlan plan, Path folder) {
        return switch (task) {
            case EncodeChunk chunk ->
                plan.encodedRungs().stream()
                        .map(rung -> new Output(
                                rung.name(),
                                () -> VideoChunkRewriter.rewrite(
                                        ChunkEncodeCommand.outputFile(folder, rung), grid(plan), range(plan, chunk))))
                        .toList();
            case EncodeAudio audio -> {
                AudioRendition rendition = plan.audio().get(audio.trackIndex());
                Path file = audioFile(folder, rendition);
                yield List.of(new Output(
                        rendition.name(),
                        plan.copies(rendition)
                                ? () -> CopiedSoundRewriter.rewrite(
                                        file, plan.audioGrid(), CopyCommand.SOUND_AHEAD_SECONDS + plan.originSeconds())
                                : () -> AudioTrackRewriter.rewrite(file, plan.audioGrid())));
            }
            case CopyPicture copy -> {
                Path file = ChunkEncodeCommand.outputFile(folder, rung(plan, copy));
                yield List.of(new Output(copy.rendition(), () -> CopiedPictureRewriter.rewrite(file, grid(plan))));
            }
        };
    }

    private FfmpegCommand command(RenditionTask task, EncodingPlan plan, MediaInput input, Path folder) {
        List<String> arguments = switch (task) {
            case EncodeChunk chunk -> ChunkEncodeCommand.of(plan, range(plan, chunk), input.arguments(), folder);
            case EncodeAudio audio -> {
                AudioRendition rendition = plan.audio().get(audio.trackIndex());
                Path file = audioFile(folder, rendition);
                yield plan.copies(rendition)
                        ? CopyCommand.sound(plan, rendition, input.arguments(), file)
                        : AudioEncodeCommand.of(plan, rendition, input.arguments(), file);
            }
            case CopyPicture copy ->
                CopyCommand.picture(plan, input.arguments(), ChunkEncodeCommand.outputFile(folder, rung(plan, copy)));
        };
        Duration wall = config.wallBase().plusMillis((long) (seconds(task, plan) * 1000 * config.wallFactor()));
        return new FfmpegCommand(arguments, wall, config.stallBudget());
    }

    private ProgressListener progress(RenditionTask task, EncodingPlan plan) {
        return task instanceof EncodeChunk chunk
                ? new ProgressReports(publisher, chunk, grid(plan).totalFrames(), config.progressInterval())
                : ProgressListener.ignoring();
    }

    private static long scratchBytes(RenditionTask task, EncodingPlan plan) {
        long bitsPerSecond = switch (task) {
            case EncodeChunk ignored ->
                plan.encodedRungs().stream().mapToLong(Rung::maxBitrateBps).sum();
            case EncodeAudio audio -> plan.audio().get(audio.trackIndex()).bitrateBps();
            case CopyPicture copy ->
                plan.probe()
                        .video()
                        .flatMap(VideoTrack::structure)
                        .map(CodedStructure::averageBitrateBps)
                        .orElseGet(() -> (long) rung(plan, copy).maxBitrateBps());
        };
        return SCRATCH_MARGIN_BYTES + (long) (seconds(task, plan) * bitsPerSecond / 8 * 1.5);
    }

    private static double seconds(RenditionTask task, EncodingPlan plan) {
        return switch (task) {
            case EncodeChunk chunk ->
                chunk.frameCount() / grid(plan).frameRate().toDouble();
            case EncodeAudio ignored -> plan.durationSeconds();
            case CopyPicture ignored -> plan.durationSeconds();
        };
    }

    private static FrameGrid grid(EncodingPlan plan) {
        return plan.grid().orElseThrow(() -> new IllegalStateException("A chunk needs a plan with pictures"));
    }

    private static Rung rung(EncodingPlan plan, CopyPicture copy) {
        return plan.rungs().stream()
                .filter(rung -> rung.name().equals(copy.rendition()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The plan has no rung " + copy.rendition()));
    }

    private static ChunkRange range(EncodingPlan plan, EncodeChunk chunk) {
        return grid(plan).chunks().get(chunk.chunkIndex());
    }

    private static Path audioFile(Path folder, AudioRendition rendition) {
        return folder.resolve(rendition.name() + ".mp4");
    }

    private static ContainerFormat format(EncodingPlan plan) {
        return ContainerFormat.readBy(plan.probe().demuxer())
                .orElseThrow(() -> new IllegalStateException(
                        "No container is read by " + plan.probe().demuxer()));
    }
}
