package io.anpip.transcode.ladder;

/**
 * One wished step of the ladder.
 *
 * @param shortSide short side of the picture in pixels
 * @param maxBitrateBps cap of the bit rate up to 30 frames per second, bits per second
 */
public record LadderStep(int shortSide, int maxBitrateBps) {}
