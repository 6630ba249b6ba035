package io.anpip.transcode.ladder;

import io.anpip.schemas.Rational;

/** A level of H.264 with the limits of the standard's table A-1 that a plan can run into. */
enum H264Level {
    L3_0("3.0", 40_500, 1_620, 10_000),
    L3_1("3.1", 108_000, 3_600, 14_000),
    L3_2("3.2", 216_000, 5_120, 20_000),
    L4_0("4.0", 245_760, 8_192, 20_000),
    L4_2("4.2", 522_240, 8_704, 50_000),
    L5_0("5.0", 589_824, 22_080, 135_000),
    L5_1("5.1", 983_040, 36_864, 240_000),
    L5_2("5.2", 2_073_600, 36_864, 240_000);

    /** High profile may use a quarter more than the table says. */
    private static final double HIGH_PROFILE_FACTOR = 1.25;

    private final String number;
    private final long blocksPerSecond;
    private final long blocks;
    private final long kilobits;

    H264Level(String number, long blocksPerSecond, long blocks, long kilobits) {
        this.number = number;
        this.blocksPerSecond = blocksPerSecond;
        this.blocks = blocks;
        this.kilobits = kilobits;
    }

    /** The level as FFmpeg takes it, such as "3.1". */
    String number() {
        return number;
    }

    /** The lowest level that allows this picture; players refuse what is above their own, so it is never higher than needed. */
    static H264Level smallestFor(int width, int height, Rational rate, int maxBitrateBps, int bufferSizeBits) {
        for (H264Level level : values()) {
            if (level.allows(width, height, rate, Math.max(maxBitrateBps, bufferSizeBits))) {
                return level;
            }
        }
        return L5_2;
    }

    private boolean allows(int width, int height, Rational rate, int bits) {
        long wide = (width + 15) / 16;
        long high = (height + 15) / 16;
        long longestSide = (long) Math.sqrt(8.0 * blocks);
        return wide * high <= blocks
                && wide <= longestSide
                && high <= longestSide
                && wide * high * rate.numerator() <= blocksPerSecond * rate.denominator()
                && bits <= kilobits * 1000 * HIGH_PROFILE_FACTOR;
    }
}
