package io.anpip.transcode.encoder;

import io.anpip.media.DecodedPackets;
import io.anpip.media.FfmpegOutcome;
import io.anpip.schemas.EncodeAudio;
import io.anpip.schemas.EncodeChunk;
import io.anpip.schemas.EncodeTask;
import io.anpip.transcode.grid.FrameGrid;
import io.anpip.transcode.plan.Decodability;
import io.anpip.transcode.plan.EncodingPlan;
import java.util.Optional;

/**
 * How much of what a task decoded was damaged in the source, as FFmpeg counted it on the way: a sound source costs nothing.
 *
 * <p>A chunk decodes some of the source before its start; the share of what it decoded is taken for the share of its own frames, so
 * that chunks can be added up.
 *
 * @param task what was decoded
 * @param share of the packets that were read, 0 to 1
 */
record Damage(EncodeTask task, double share) {

    static Damage of(EncodeTask task, FfmpegOutcome outcome) {
        DecodedPackets decoded =
                outcome instanceof FfmpegOutcome.Completed completed ? completed.decoded() : DecodedPackets.NONE;
        return new Damage(task, decoded.damagedShare());
    }

    static Damage none(EncodeTask task) {
        return new Damage(task, 0);
    }

    /** Damaged frames of a chunk, where there are any. */
    Optional<Double> frames() {
        return switch (task) {
            case EncodeChunk chunk when share > 0 -> Optional.of(share * chunk.frameCount());
            case EncodeChunk ignored -> Optional.empty();
            case EncodeAudio ignored -> Optional.empty();
        };
    }

    /** The reason to give up at once: sound is decoded whole, and one chunk alone may be too much of the video. */
    Optional<String> objection(EncodingPlan plan, double decodableShare) {
        return switch (task) {
            case EncodeChunk ignored -> {
                long total = plan.grid().map(FrameGrid::totalFrames).orElse(1L);
                yield Decodability.objection(frames().orElse(0.0) / total, decodableShare, "pictures");
            }
            case EncodeAudio ignored -> Decodability.objection(share, decodableShare, "sound");
        };
    }
}
