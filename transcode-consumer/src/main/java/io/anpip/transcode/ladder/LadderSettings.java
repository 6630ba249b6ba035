package io.anpip.transcode.ladder;

import java.util.List;

/**
 * Says which rungs are wanted in one codec, how they are encoded, and how they are capped.
 *
 * @param encoder codec, preset and quality
 * @param steps the wished steps, smallest first, at least one
 * @param highFrameRateFactor what a cap is multiplied by above 30 frames per second
 * @param bufferFactor size of the rate control buffer, as seconds of the cap
 * @param maxLongSide no picture side is longer than this, in pixels
 */
public record LadderSettings(
        VideoEncoder encoder,
        List<LadderStep> steps,
        double highFrameRateFactor,
        double bufferFactor,
        int maxLongSide) {

    public LadderSettings {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a ladder needs at least one step");
        }
        for (int index = 1; index < steps.size(); index++) {
            LadderStep smaller = steps.get(index - 1);
            LadderStep larger = steps.get(index);
            if (larger.shortSide() <= smaller.shortSide() || larger.maxBitrateBps() < smaller.maxBitrateBps()) {
                throw new IllegalArgumentException("step " + larger.shortSide() + " does not follow on step "
                        + smaller.shortSide() + ": steps go from the smallest to the largest, and so do their caps");
            }
        }
        if (!(highFrameRateFactor >= 1 && highFrameRateFactor <= 4)) {
            throw new IllegalArgumentException(
                    "highFrameRateFactor " + highFrameRateFactor + " is not between 1 and 4");
        }
        if (!(bufferFactor >= 0.5 && bufferFactor <= 8)) {
            throw new IllegalArgumentException("bufferFactor " + bufferFactor + " is not between 0.5 and 8");
        }
        if (maxLongSide < 16 || maxLongSide > 8192) {
            throw new IllegalArgumentException("maxLongSide " + maxLongSide + " is not between 16 and 8192");
        }
    }

    /** The codec of all its rungs. */
    public VideoCodec codec() {
        return encoder.codec();
    }
}
