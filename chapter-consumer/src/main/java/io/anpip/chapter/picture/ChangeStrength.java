package io.anpip.chapter.picture;

import io.anpip.chapter.signal.Cut;

/** How strong a change is on the scale of {@link Cut}: what is seen at all is a possible boundary, and twice as much is a surer one. */
final class ChangeStrength {

    private static final double WEAKEST = 12.5;
    private static final double STRONGEST = 50;

    /** In percent of the range; scenes that share nothing differ by about half of it. */
    private static final double STRONG_DIFFERENCE = 40;

    private ChangeStrength() {}

    /** The strength of a difference, in percent of the range, beyond what there is anyway. */
    static double of(double difference) {
        return WEAKEST + (STRONGEST - WEAKEST) * Math.clamp(difference / STRONG_DIFFERENCE, 0, 1);
    }
}
