package io.anpip.chapter.picture;

import java.io.ByteArrayOutputStream;
import java.util.Random;

/** Small pictures made up without FFmpeg. */
final class Painted {

    private final ByteArrayOutputStream pixels = new ByteArrayOutputStream();

    /** A picture of one brightness. */
    Painted flat(int luma, int count) {
        for (int n = 0; n < count; n++) {
            add(picture -> luma);
        }
        return this;
    }

    /** The same scene for so many pictures; scenes of different seeds share nothing. */
    Painted scene(long seed, int count) {
        return scene(seed, count, 0);
    }

    /** A scene that is so much brighter. */
    Painted scene(long seed, int count, int brighter) {
        int[] scene = luma(seed);
        for (int n = 0; n < count; n++) {
            add(index -> scene[index] + brighter);
        }
        return this;
    }

    /** One scene gives way to another over so many pictures. */
    Painted dissolve(long from, long to, int count) {
        int[] one = luma(from);
        int[] other = luma(to);
        for (int n = 1; n <= count; n++) {
            int share = n;
            add(index -> (one[index] * (count + 1 - share) + other[index] * share) / (count + 1));
        }
        return this;
    }

    /** Another scene on every picture: nothing stays. */
    Painted turmoil(long seed, int count) {
        for (int n = 0; n < count; n++) {
            scene(seed * 1000 + n, 1);
        }
        return this;
    }

    PictureTrail trail() {
        return new PictureTrail(pictures(), 0, 10);
    }

    Pictures pictures() {
        return new Pictures(pixels.toByteArray());
    }

    private interface Luma {
        int at(int index);
    }

    private void add(Luma luma) {
        byte[] picture = new byte[Pictures.BYTES];
        for (int index = 0; index < Pictures.BYTES; index++) {
            picture[index] = (byte) (index < Pictures.WIDTH * Pictures.HEIGHT ? luma.at(index) : 128);
        }
        pixels.writeBytes(picture);
    }

    private static int[] luma(long seed) {
        return new Random(seed).ints(Pictures.WIDTH * Pictures.HEIGHT, 50, 180).toArray();
    }
}
