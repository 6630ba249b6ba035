package io.anpip.transcode.ladder;

import io.anpip.schemas.Rational;

/** A level of AV1 in the Main tier, with the limits of the specification's annex A.3 that a plan can run into. */
enum Av1Level {
    L2_0("2.0", 147_456, 2_048, 1_152, 4_423_680, 1_500),
    L2_1("2.1", 278_784, 2_816, 1_584, 8_363_520, 3_000),
    L3_0("3.0", 665_856, 4_352, 2_448, 19_975_680, 6_000),
    L3_1("3.1", 1_065_024, 5_504, 3_096, 31_950_720, 10_000),
    L4_0("4.0", 2_359_296, 6_144, 3_456, 70_778_880, 12_000),
    L4_1("4.1", 2_359_296, 6_144, 3_456, 141_557_760, 20_000),
    L5_0("5.0", 8_912_896, 8_192, 4_352, 267_386_880, 30_000),
    L5_1("5.1", 8_912_896, 8_192, 4_352, 534_773_760, 40_000),
    L5_2("5.2", 8_912_896, 8_192, 4_352, 1_069_547_520, 60_000);

    private final String number;
    private final long samples;
    private final int longestWidth;
    private final int longestHeight;
    private final long samplesPerSecond;
    private final long kilobits;

    Av1Level(String number, long samples, int longestWidth, int longestHeight, long samplesPerSecond, long kilobits) {
        this.number = number;
        this.samples = samples;
        this.longestWidth = longestWidth;
        this.longestHeight = longestHeight;
        this.samplesPerSecond = samplesPerSecond;
        this.kilobits = kilobits;
    }

    /** The level as the specification names it, such as "3.1". */
    String number() {
        return number;
    }

    /** The lowest level that allows this picture. */
    static Av1Level smallestFor(int width, int height, Rational rate, int maxBitrateBps) {
        for (Av1Level level : values()) {
            if (level.allows(width, height, rate, maxBitrateBps)) {
                return level;
            }
        }
        return L5_2;
    }

    private boolean allows(int width, int height, Rational rate, long bits) {
        long pixels = (long) width * height;
        return pixels <= samples
                && width <= longestWidth
                && height <= longestHeight
                && pixels * rate.numerator() <= samplesPerSecond * rate.denominator()
                && bits <= kilobits * 1000;
    }
}
