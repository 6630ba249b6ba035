package io.anpip.transcode.ladder;

import java.util.List;

/**
 * Says which rungs are wanted and how they are capped.
 *
 * @param steps the wished steps, smallest first, at least one
 * @param highFrameRateFactor what a cap is multiplied by above 30 frames per second
 * @param bufferFactor size of the rate control buffer, as seconds of the cap
 * @param maxLongSide no picture side is longer than this, in pixels
 */
public record LadderSettings(List<LadderStep> steps, double highFrameRateFactor, double bufferFactor, int maxLongSide) {

    private static final LadderSettings STANDARD = new LadderSettings(
            List.of(
                    new LadderStep(240, 350_000),
                    new LadderStep(360, 700_000),
                    new LadderStep(480, 1_200_000),
                    new LadderStep(720, 2_400_000),
                    new LadderStep(1080, 4_500_000)),
            1.5,
            2.0,
            4096);

    public LadderSettings {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("A ladder needs at least one step");
        }
    }

    /** 240p to 1080p with the caps that suit film and camera footage at constant rate factor 23. */
    public static LadderSettings standard() {
        return STANDARD;
    }
}
