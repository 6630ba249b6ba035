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
import io.anpip.schemas.EncodeSubtitles;
import io.anpip.schemas.EncodeTask;
import io.anpip.schemas.FailureKind;
import io.anpip.transcode.TranscodeConfig;
import io.anpip.transcode.cmaf.Rejected;
import io.anpip.transcode.cmaf.Rewritten;
import io.anpip.transcode.cmaf.VideoChunkRewriter;
import io.anpip.transcode.command.ChunkEncodeCommand;
import io.anpip.transcode.command.SubtitleExtractCommand;
import io.anpip.transcode.grid.ChunkRange;
import io.anpip.transcode.grid.FrameGrid;
import io.anpip.transcode.ladder.Rung;
import io.anpip.transcode.plan.EncodingPlan;
import io.anpip.transcode.storage.TaskMarker;
import io.anpip.transcode.storage.TaskMarkers;
import io.anpip.transcode.storage.VideoKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
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
    private final SoundEncode sound;
    private final SubtitlesEncode subtitles;
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
            SoundEncode sound,
            SubtitlesEncode subtitles,
            SegmentUpload upload,
            TaskMarkers markers,
            EventPublisher publisher,
            TranscodeConfig config) {
        this.ffmpeg = ffmpeg;
        this.scratch = scratch;
        this.loopback = loopback;
        this.sound = sound;
        this.subtitles = subtitles;
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
                        yield encode(task, keys, plan, directory.path());
                    }
                }
            };
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    private AttemptOutcome encode(EncodeTask task, VideoKeys keys, EncodingPlan plan, Path folder) throws IOException {
        try (LoopbackSource.OpenFile source = loopback.open(List.of(plan.source()))) {
            MediaInput input = MediaInput.http(URI.create(source.url()), format(plan));
            return switch (task) {
                case EncodeChunk chunk -> picture(chunk, keys, plan, input, folder);
                // Sound and text do not wait for a turn: they need little, and playback can't begin without sound.
                case EncodeAudio audio -> sound.run(audio, keys, plan, input, folder);
                case EncodeSubtitles text -> subtitles.run(text, keys, plan, input, folder);
            };
        }
    }

    private AttemptOutcome picture(EncodeChunk chunk, VideoKeys keys, EncodingPlan plan, MediaInput input, Path folder)
            throws IOException {
        FfmpegCommand command = new FfmpegCommand(
                ChunkEncodeCommand.of(plan, range(plan, chunk), input.arguments(), folder),
                config.wallBudget(seconds(chunk, plan)),
                config.stallBudget());
        ProgressListener progress =
                new ProgressReports(publisher, chunk, grid(plan).totalFrames(), config.progressInterval());
        Optional<AttemptOutcome.Failed> failure =
                AttemptOutcome.failure(FfmpegVerdict.of(runInTurn(command, progress)));
        return failure.isPresent() ? failure.get() : store(chunk, keys, plan, folder);
    }

    private FfmpegOutcome runInTurn(FfmpegCommand command, ProgressListener progress) {
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

    private AttemptOutcome store(EncodeChunk chunk, VideoKeys keys, EncodingPlan plan, Path folder) throws IOException {
        List<EncodedTrack> tracks = new ArrayList<>();
        for (Rung rung : plan.rungs()) {
            Path file = ChunkEncodeCommand.outputFile(folder, rung);
            switch (VideoChunkRewriter.rewrite(file, grid(plan), range(plan, chunk))) {
                case Rewritten track -> tracks.add(new EncodedTrack(rung.name(), track));
                case Rejected rejected -> {
                    return new AttemptOutcome.Failed(
                            FailureKind.SUSPECT,
                            "The video can't be decoded as a whole: " + rejected.detail() + " (" + rung.name() + ").");
                }
            }
        }
        String name = TaskNames.of(chunk);
        String prefix = keys.attempt(name, UUID.randomUUID());
        TaskMarker marker = new TaskMarker(name, prefix, upload.store(tracks, prefix));
        return new AttemptOutcome.Committed(markers.commit(TaskNames.marker(keys, chunk), marker));
    }

    private static long scratchBytes(EncodeTask task, EncodingPlan plan) {
        return SCRATCH_MARGIN_BYTES
                + switch (task) {
                    case EncodeChunk chunk ->
                        bytes(
                                seconds(chunk, plan),
                                plan.rungs().stream()
                                        .mapToLong(Rung::maxBitrateBps)
                                        .sum());
                    case EncodeAudio audio ->
                        bytes(
                                plan.durationSeconds(),
                                plan.audio().get(audio.trackIndex()).bitrateBps());
                    case EncodeSubtitles ignored -> SubtitleExtractCommand.MOST_BYTES;
                };
    }

    private static long bytes(double seconds, long bitsPerSecond) {
        return (long) (seconds * bitsPerSecond / 8 * 1.5);
    }

    private static double seconds(EncodeChunk chunk, EncodingPlan plan) {
        return chunk.frameCount() / grid(plan).frameRate().toDouble();
    }

    private static FrameGrid grid(EncodingPlan plan) {
        return plan.grid().orElseThrow(() -> new IllegalStateException("A chunk needs a plan with pictures"));
    }

    private static ChunkRange range(EncodingPlan plan, EncodeChunk chunk) {
        return grid(plan).chunks().get(chunk.chunkIndex());
    }

    private static ContainerFormat format(EncodingPlan plan) {
        return ContainerFormat.readBy(plan.probe().demuxer())
                .orElseThrow(() -> new IllegalStateException(
                        "No container is read by " + plan.probe().demuxer()));
    }
}
