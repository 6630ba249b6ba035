package io.anpip.transcode.ladder;

/**
 * One step of a ladder: a picture size in a codec, with its cap of the bit rate.
 *
 * @param name name by the short side, such as "720p" for H.264 and "720p-hevc" for HEVC
 * @param width width in pixels, even
 * @param height height in pixels, even
 * @param maxBitrateBps cap of the bit rate, bits per second
 * @param bufferSizeBits size of the rate control buffer, bits
 * @param level level of the codec, such as "3.1": no higher than size, rate and cap need
 * @param encoder how it is encoded
 */
public record Rung(
        String name, int width, int height, int maxBitrateBps, int bufferSizeBits, String level, VideoEncoder encoder) {

    /** The same picture at a lower cap, with a buffer of one second of it. */
    Rung cappedAt(int bitsPerSecond) {
        return new Rung(
                name,
                width,
                height,
                Math.min(maxBitrateBps, bitsPerSecond),
                Math.min(bufferSizeBits, bitsPerSecond),
                level,
                encoder);
    }

    /** Its shorter side in pixels. */
    public int shortSide() {
        return Math.min(width, height);
    }

    /** Its codec. */
    public VideoCodec codec() {
        return encoder.codec();
    }
}
