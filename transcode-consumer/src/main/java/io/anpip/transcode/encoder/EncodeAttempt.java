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
import io.anpip.schemas.EncodeAudio;
import io.anpip.schemas.EncodeChunk;
import io.anpip.schemas.EncodeTask;
import io.anpip.schemas.FailureKind;
import io.anpip.transcode.TranscodeConfig;
import io.anpip.transcode.cmaf.AudioTrackRewriter;
import io.anpip.transcode.cmaf.Rejected;
import io.anpip.transcode.cmaf.RewriteOutcome;
import io.anpip.transcode.cmaf.Rewritten;
import io.anpip.transcode.cmaf.VideoChunkRewriter;
import io.anpip.transcode.command.AudioEncodeCommand;
import io.anpip.transcode.command.ChunkEncodeCommand;
import io.anpip.transcode.command.MissingEnds;
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
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/**
 * One attempt at an encode task: FFmpeg in a scratch directory of its own, then the segments into the store, then the marker.
 *
 * <p>Threading: blocks on FFmpeg; called on the bounded pool of the encoder, which has a few more threads than chunks are encoded at once: while
 * one chunk is being stored the next is encoded. Failure: what FFmpeg or the segments say of the content is a
 * value; trouble with disk or store is an exception.
 */
@ApplicationScoped
public class EncodeAttempt {

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
    AttemptOutcome run(EncodeTask task, VideoKeys keys, EncodingPlan plan) {
        try {
            return switch (scratch.reserve(scratchBytes(task, plan))) {
                case ScratchSpace.Reservation.DiskTooFull(String sentence) ->
                    new AttemptOutcome.Failed(FailureKind.RETRYABLE, sentence);
                case ScratchSpace.Reservation.Granted(ScratchDirectory directory) -> {
                    try (directory) {
                        yield encode(task, keys, plan, directory);
                    }
                }
            };
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    private AttemptOutcome encode(EncodeTask task, VideoKeys keys, EncodingPlan plan, ScratchDirectory directory)
            throws IOException {
        Encoded encoded = encode(task, plan, directory, MissingEnds.NOTICED);
        if (encoded instanceof Unusable && encoded.damage().share() > 0) {
            encoded = encode(task, plan, directory, MissingEnds.FILLED);
        }
        return switch (encoded) {
            case Unusable(AttemptOutcome.Failed failure, var ignored) -> failure;
            case Usable(List<EncodedTrack> tracks, Damage damage) -> store(task, keys, tracks, damage);
        };
    }

    /** What FFmpeg made of a task. */
    private sealed interface Encoded {
        Damage damage();
    }

    private record Usable(List<EncodedTrack> tracks, Damage damage) implements Encoded {}

    private record Unusable(AttemptOutcome.Failed failure, Damage damage) implements Encoded {}

    private Encoded encode(EncodeTask task, EncodingPlan plan, ScratchDirectory directory, MissingEnds ends)
            throws IOException {
        FfmpegOutcome outcome;
        try (LoopbackSource.OpenFile source = loopback.open(List.of(plan.source()))) {
            MediaInput input = MediaInput.http(URI.create(source.url()), format(plan));
            FfmpegCommand command = command(task, plan, input, directory.path(), ends);
            outcome = runInTurn(task, command.within(directory), progress(task, plan));
        }
        Damage damage = Damage.of(task, outcome);
        return switch (FfmpegVerdict.of(outcome)) {
            case FfmpegVerdict.Fine() -> {
                Optional<String> objection = damage.objection(plan, config.decodableShare());
                yield objection.isPresent()
                        ? unusable(FailureKind.PERMANENT, objection.get(), Damage.none(task))
                        : rewritten(task, plan, directory.path(), damage);
            }
            case FfmpegVerdict.InputAtFault(List<String> lines) ->
                unusable(FailureKind.PERMANENT, FfmpegComplaint.sentence(lines), damage);
            case FfmpegVerdict.Suspect(String reason, List<String> ignored) ->
                unusable(FailureKind.SUSPECT, "The video could not be encoded: " + reason + '.', damage);
            case FfmpegVerdict.NotItsFault(String reason) -> unusable(FailureKind.RETRYABLE, reason, damage);
        };
    }

    private static Unusable unusable(FailureKind kind, String sentence, Damage damage) {
        return new Unusable(new AttemptOutcome.Failed(kind, sentence), damage);
    }

    /** Sound does not wait its turn: it needs little, and playback can't begin without it. */
    private FfmpegOutcome runInTurn(EncodeTask task, FfmpegCommand command, ProgressListener progress) {
        if (task instanceof EncodeAudio) {
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

    private static Encoded rewritten(EncodeTask task, EncodingPlan plan, Path folder, Damage damage)
            throws IOException {
        List<EncodedTrack> tracks = new ArrayList<>();
        for (Output output : outputs(task, plan, folder)) {
            switch (output.rewrite()) {
                case Rewritten track -> tracks.add(new EncodedTrack(output.name(), track));
                case Rejected rejected -> {
                    return unusable(
                            FailureKind.SUSPECT,
                            "The video can't be decoded as a whole: " + rejected.detail() + " (" + output.name() + ").",
                            damage);
                }
            }
        }
        return new Usable(tracks, damage);
    }

    private AttemptOutcome store(EncodeTask task, VideoKeys keys, List<EncodedTrack> tracks, Damage damage)
            throws IOException {
        String name = TaskNames.of(task);
        String prefix = keys.attempt(name, UUID.randomUUID());
        TaskMarker marker = new TaskMarker(name, prefix, upload.store(tracks, prefix), damage.frames());
        return new AttemptOutcome.Committed(markers.commit(TaskNames.marker(keys, task), marker));
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

    private static List<Output> outputs(EncodeTask task, EncodingPlan plan, Path folder) {
        return switch (task) {
            case EncodeChunk chunk ->
                plan.rungs().stream()
                        .map(rung -> new Output(
                                rung.name(),
                                () -> VideoChunkRewriter.rewrite(
                                        ChunkEncodeCommand.outputFile(folder, rung), grid(plan), range(plan, chunk))))
                        .toList();
            case EncodeAudio audio -> {
                AudioRendition rendition = plan.audio().get(audio.trackIndex());
                yield List.of(new Output(
                        rendition.name(),
                        () -> AudioTrackRewriter.rewrite(audioFile(folder, rendition), plan.audioGrid())));
            }
        };
    }

    private FfmpegCommand command(EncodeTask task, EncodingPlan plan, MediaInput input, Path folder, MissingEnds ends) {
        List<String> arguments = switch (task) {
            case EncodeChunk chunk -> ChunkEncodeCommand.of(plan, range(plan, chunk), input.arguments(), folder, ends);
            case EncodeAudio audio -> {
                AudioRendition rendition = plan.audio().get(audio.trackIndex());
                yield AudioEncodeCommand.of(plan, rendition, input.arguments(), audioFile(folder, rendition));
            }
        };
        Duration wall = config.wallBase().plusMillis((long) (seconds(task, plan) * 1000 * config.wallFactor()));
        return new FfmpegCommand(arguments, wall, config.stallBudget());
    }

    private ProgressListener progress(EncodeTask task, EncodingPlan plan) {
        return task instanceof EncodeChunk chunk
                ? new ProgressReports(publisher, chunk, grid(plan).totalFrames(), config.progressInterval())
                : ProgressListener.ignoring();
    }

    private static long scratchBytes(EncodeTask task, EncodingPlan plan) {
        long bitsPerSecond = switch (task) {
            case EncodeChunk ignored ->
                plan.rungs().stream().mapToLong(Rung::maxBitrateBps).sum();
            case EncodeAudio audio -> plan.audio().get(audio.trackIndex()).bitrateBps();
        };
        return SCRATCH_MARGIN_BYTES + (long) (seconds(task, plan) * bitsPerSecond / 8 * 1.5);
    }

    private static double seconds(EncodeTask task, EncodingPlan plan) {
        return switch (task) {
            case EncodeChunk chunk ->
                chunk.frameCount() / grid(plan).frameRate().toDouble();
            case EncodeAudio ignored -> plan.durationSeconds();
        };
    }

    private static FrameGrid grid(EncodingPlan plan) {
        return plan.grid().orElseThrow(() -> new IllegalStateException("A chunk needs a plan with pictures"));
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
