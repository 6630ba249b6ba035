package io.anpip.validator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Finds and changes bytes of media files, by the names of boxes. */
final class Bytes {

    private Bytes() {}

    /** Where four characters occur at or after a position; -1 if nowhere. */
    static int find(byte[] bytes, String type, int from) {
        byte[] wanted = type.getBytes(StandardCharsets.ISO_8859_1);
        for (int position = from; position + wanted.length <= bytes.length; position++) {
            if (new String(bytes, position, wanted.length, StandardCharsets.ISO_8859_1).equals(type)) {
                return position;
            }
        }
        return -1;
    }

    /** Adds to a number of four bytes, at a distance from the n-th occurrence (from 1) of a box type. */
    static byte[] add(byte[] bytes, String type, int nth, int distance, int difference) {
        int position = -1;
        for (int count = 0; count < nth; count++) {
            position = find(bytes, type, position + 1);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        buffer.putInt(position + distance, buffer.getInt(position + distance) + difference);
        return bytes;
    }

    /** Writes one byte at a distance from the first occurrence of a box type. */
    static byte[] set(byte[] bytes, String type, int distance, int value) {
        bytes[find(bytes, type, 0) + distance] = (byte) value;
        return bytes;
    }

    /** Writes another box type over the first occurrence of one. */
    static byte[] rename(byte[] bytes, String type, String other) {
        System.arraycopy(other.getBytes(StandardCharsets.ISO_8859_1), 0, bytes, find(bytes, type, 0), other.length());
        return bytes;
    }
}
