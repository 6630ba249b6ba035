package io.anpip.validator.check;

import io.anpip.validator.bmff.SampleEntry.Video;
import io.anpip.validator.stream.MeasuredTrack;

/** The dynamic range of a track, by its transfer characteristics (ISO/IEC 23091-2). */
final class VideoRange {

    static final String SDR = "SDR";

    private static final int PERCEPTUAL_QUANTIZER = 16;
    private static final int HYBRID_LOG_GAMMA = 18;

    private VideoRange() {}

    static String of(MeasuredTrack track) {
        return track.track().entry() instanceof Video video
                ? video.transfer().map(VideoRange::name).orElse(SDR)
                : SDR;
    }

    private static String name(int transfer) {
        return switch (transfer) {
            case PERCEPTUAL_QUANTIZER -> "PQ";
            case HYBRID_LOG_GAMMA -> "HLG";
            default -> SDR;
        };
    }
}
