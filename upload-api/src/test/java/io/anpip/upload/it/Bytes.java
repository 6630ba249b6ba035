package io.anpip.upload.it;

import java.util.Random;

/** Bytes that no compression shortens; the same ones each time. */
final class Bytes {

    private Bytes() {}

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
