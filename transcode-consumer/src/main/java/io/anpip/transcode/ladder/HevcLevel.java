package io.anpip.transcode.ladder;

import io.anpip.schemas.Rational;

/** A level of H.265 in the Main tier, with the limits of the standard's tables A.8 and A.9 that a plan can run into. */
enum HevcLevel {
    L2_0("2.0", 122_880, 3_686_400, 1_500),
    L2_1("2.1", 245_760, 7_372_800, 3_000),
    L3_0("3.0", 552_960, 16_588_800, 6_000),
    L3_1("3.1", 983_040, 33_177_600, 10_000),
    L4_0("4.0", 2_228_224, 66_846_720, 12_000),
    L4_1("4.1", 2_228_224, 133_693_440, 20_000),
    L5_0("5.0", 8_912_896, 267_386_880, 25_000),
    L5_1("5.1", 8_912_896, 534_773_760, 40_000),
    L5_2("5.2", 8_912_896, 1_069_547_520, 60_000);

    /** Pictures are coded in blocks of this many pixels a side, the smallest size x265 uses. */
    private static final int BLOCK = 8;

    private final String number;
    private final long samples;
    private final long samplesPerSecond;
    private final long kilobits;

    HevcLevel(String number, long samples, long samplesPerSecond, long kilobits) {
        this.number = number;
        this.samples = samples;
        this.samplesPerSecond = samplesPerSecond;
        this.kilobits = kilobits;
    }

    /** The level as x265 takes it, such as "3.1". */
    String number() {
        return number;
    }

    /** The lowest level that allows this picture. */
    static HevcLevel smallestFor(int width, int height, Rational rate, int maxBitrateBps, int bufferSizeBits) {
        for (HevcLevel level : values()) {
            if (level.allows(coded(width), coded(height), rate, Math.max(maxBitrateBps, bufferSizeBits))) {
                return level;
            }
        }
        return L5_2;
    }

    private boolean allows(long wide, long high, Rational rate, long bits) {
        long longestSide = (long) Math.sqrt(8.0 * samples);
        return wide * high <= samples
                && wide <= longestSide
                && high <= longestSide
                && wide * high * rate.numerator() <= samplesPerSecond * rate.denominator()
                && bits <= kilobits * 1000;
    }

    private static long coded(int side) {
        return Math.ceilDiv(side, BLOCK) * (long) BLOCK;
    }
}
