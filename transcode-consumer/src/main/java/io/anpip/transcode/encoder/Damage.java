package io.anpip.transcode.encoder;

import io.anpip.media.DecodedPackets;
import io.anpip.media.FfmpegOutcome;
import io.anpip.transcode.grid.ChunkRange;
import io.anpip.transcode.grid.FrameGrid;
import io.anpip.transcode.plan.Decodability;
import io.anpip.transcode.plan.EncodingPlan;
import java.util.Optional;

/**
 * How much of what FFmpeg decoded was damaged in the source, as it counted on the way: a sound source costs nothing.
 *
 * <p>A chunk decodes some of the source before its start; the share of what it decoded is taken for the share of its own frames, so
 * that chunks can be added up.
 *
 * @param share of the packets that were read, 0 to 1
 */
record Damage(double share) {

    static final Damage NONE = new Damage(0);

    static Damage of(FfmpegOutcome outcome) {
        return outcome instanceof FfmpegOutcome.Completed completed
                ? new Damage(completed.decoded().damagedShare())
                : new Damage(DecodedPackets.NONE.damagedShare());
    }

    boolean isAny() {
        return share > 0;
    }

    /** Damaged frames of a chunk, where there are any. */
    Optional<Double> framesOf(ChunkRange chunk) {
        return isAny() ? Optional.of(share * chunk.frameCount()) : Optional.empty();
    }

    /** The reason to give up at once: one chunk alone may be too much of the video. */
    Optional<String> objection(ChunkRange chunk, EncodingPlan plan, double decodableShare) {
        long total = plan.grid().map(FrameGrid::totalFrames).orElse(1L);
        return Decodability.objection(framesOf(chunk).orElse(0.0) / total, decodableShare, "pictures");
    }

    /** The same for sound, which is decoded whole. */
    Optional<String> objectionToSound(double decodableShare) {
        return Decodability.objection(share, decodableShare, "sound");
    }
}
