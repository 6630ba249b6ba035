package io.anpip.transcode.encoder;

import io.anpip.media.ContainerFormat;
import io.anpip.media.MediaInput;
import io.anpip.media.ScratchDirectory;
import io.anpip.media.ScratchSpace;
import io.anpip.objectstore.LoopbackSource;
import io.anpip.schemas.CodedStructure;
import io.anpip.schemas.CopyPicture;
import io.anpip.schemas.EncodeAudio;
import io.anpip.schemas.EncodeChunk;
import io.anpip.schemas.EncodeSubtitles;
import io.anpip.schemas.FailureKind;
import io.anpip.schemas.RenditionTask;
import io.anpip.schemas.VideoTrack;
import io.anpip.transcode.command.SubtitleExtractCommand;
import io.anpip.transcode.grid.FrameGrid;
import io.anpip.transcode.ladder.Rung;
import io.anpip.transcode.plan.EncodingPlan;
import io.anpip.transcode.storage.VideoKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;

/**
 * One attempt at a task that makes renditions: in a scratch directory of its own, with the source opened for FFmpeg. The segments go into
 * the store, then the marker.
 *
 * <p>Threading: blocks on FFmpeg; called on the bounded pool of the encoder, which has a few more threads than chunks are encoded at once:
 * while one chunk is being stored the next is encoded. Failure: what FFmpeg or the segments say of the content is a
 * value; trouble with disk or store is an exception.
 */
@ApplicationScoped
public class EncodeAttempt {

    private static final long SCRATCH_MARGIN_BYTES = 16L << 20;

    private final ScratchSpace scratch;
    private final LoopbackSource loopback;
    private final PictureEncode pictures;
    private final PictureCopy copies;
    private final SoundEncode sound;
    private final SubtitlesEncode subtitles;

    public EncodeAttempt(
            ScratchSpace scratch,
            LoopbackSource loopback,
            PictureEncode pictures,
            PictureCopy copies,
            SoundEncode sound,
            SubtitlesEncode subtitles) {
        this.scratch = scratch;
        this.loopback = loopback;
        this.pictures = pictures;
        this.copies = copies;
        this.sound = sound;
        this.subtitles = subtitles;
    }

    /** Makes, stores and commits. */
    AttemptOutcome run(RenditionTask task, VideoKeys keys, EncodingPlan plan) {
        try {
            return switch (scratch.reserve(scratchBytes(task, plan))) {
                case ScratchSpace.Reservation.DiskTooFull(String sentence) ->
                    new AttemptOutcome.Failed(FailureKind.RETRYABLE, sentence);
                case ScratchSpace.Reservation.Granted(ScratchDirectory directory) -> {
                    try (directory) {
                        yield make(task, keys, plan, directory);
                    }
                }
            };
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    private AttemptOutcome make(RenditionTask task, VideoKeys keys, EncodingPlan plan, ScratchDirectory scratch)
            throws IOException {
        try (LoopbackSource.OpenFile source = loopback.open(List.of(plan.source()))) {
            MediaInput input = MediaInput.http(URI.create(source.url()), format(plan));
            return switch (task) {
                case EncodeChunk chunk -> pictures.run(chunk, keys, plan, input, scratch);
                // The others do not wait for a turn: they need little, and playback can't begin without most of them.
                case CopyPicture copy -> copies.run(copy, keys, plan, input, scratch);
                case EncodeAudio audio -> sound.run(audio, keys, plan, input, scratch);
                case EncodeSubtitles text -> subtitles.run(text, keys, plan, input, scratch);
            };
        }
    }

    private static long scratchBytes(RenditionTask task, EncodingPlan plan) {
        return SCRATCH_MARGIN_BYTES
                + switch (task) {
                    case EncodeChunk chunk ->
                        bytes(
                                chunk.frameCount()
                                        / plan.grid()
                                                .map(FrameGrid::frameRate)
                                                .orElseThrow()
                                                .toDouble(),
                                plan.encodedRungs().stream()
                                        .mapToLong(Rung::maxBitrateBps)
                                        .sum());
                    case CopyPicture ignored ->
                        bytes(
                                plan.durationSeconds(),
                                plan.probe()
                                        .video()
                                        .flatMap(VideoTrack::structure)
                                        .map(CodedStructure::averageBitrateBps)
                                        .orElse(0L));
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

    private static ContainerFormat format(EncodingPlan plan) {
        return ContainerFormat.readBy(plan.probe().demuxer())
                .orElseThrow(() -> new IllegalStateException(
                        "No container is read by " + plan.probe().demuxer()));
    }
}
