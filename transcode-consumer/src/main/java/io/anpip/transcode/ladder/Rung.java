package io.anpip.transcode.ladder;

/**
 * One step of a ladder: a picture size with its cap of the bit rate.
 *
 * @param name name by the short side, such as "720p"
 * @param width width in pixels, even
 * @param height height in pixels, even
 * @param maxBitrateBps cap of the bit rate, bits per second
 * @param bufferSizeBits size of the rate control buffer, bits
 * @param level H.264 level, such as "3.1": no higher than size, rate and cap need
 */
public record Rung(String name, int width, int height, int maxBitrateBps, int bufferSizeBits, String level) {}
