package io.anpip.transcode.ladder;

/**
 * One wished step of the ladder.
 *
 * @param shortSide short side of the picture in pixels, even
 * @param maxBitrateBps cap of the bit rate up to 30 frames per second, bits per second
 */
public record LadderStep(int shortSide, int maxBitrateBps) {

    public LadderStep {
        if (shortSide < 2 || shortSide % 2 != 0) {
            throw new IllegalArgumentException("shortSide " + shortSide + " is not an even number of pixels");
        }
        if (maxBitrateBps <= 0) {
            throw new IllegalArgumentException("maxBitrateBps " + maxBitrateBps + " leaves no room for a picture");
        }
    }
}
