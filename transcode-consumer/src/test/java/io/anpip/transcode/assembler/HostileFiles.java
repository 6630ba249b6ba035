package io.anpip.transcode.assembler;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;

/** Writes files byte by byte that no honest program writes. */
final class HostileFiles {

    /** Smallest JPEG that a decoder takes: 16 x 16, gray. */
    private static final byte[] NO_PICTURE = HexFormat.of().parseHex("ffd8ffd9");

    private HostileFiles() {}

    /** A Matroska file with these tracks, a duration, chapters or nothing, and a block at each of these times. */
    static byte[] matroska(byte[] tracks, double durationMillis, byte[] chapters, long... blockTimes) {
        return joined(
                element("1a45dfa3", element("4282", ascii("matroska")), number("4287", 4), number("4285", 2)),
                element(
                        "18538067",
                        element(
                                "1549a966",
                                number("2ad7b1", 1_000_000),
                                element(
                                        "4489",
                                        ByteBuffer.allocate(8)
                                                .putDouble(durationMillis)
                                                .array())),
                        element("1654ae6b", tracks),
                        chapters,
                        joined(Arrays.stream(blockTimes)
                                .mapToObj(time -> element(
                                        "1f43b675",
                                        number("e7", time),
                                        element("a3", new byte[] {(byte) 0x81, 0, 0, (byte) 0x80}, NO_PICTURE)))
                                .toArray(byte[][]::new))));
    }

    static byte[] videoTrack(int number, long width, long height) {
        return element(
                "ae",
                number("d7", number),
                number("73c5", number),
                number("83", 1),
                element("86", ascii("V_MJPEG")),
                element("e0", number("b0", width), number("ba", height)));
    }

    static byte[] millionTracks() {
        return repeated(1_000_000, element("ae", number("d7", 1)));
    }

    static byte[] millionChapters() {
        return element("1043a770", element("45b9", repeated(1_000_000, element("b6", number("91", 1)))));
    }

    /** An MP4 file whose index holds this many tracks that are empty boxes. */
    static byte[] mp4WithTracks(int tracks) {
        return mp4(repeated(tracks, box("trak")));
    }

    /** An MP4 file with boxes one in the other, this deep. */
    static byte[] mp4Nested(int depth) {
        byte[] nested = new byte[0];
        for (int level = 0; level < depth; level++) {
            nested = box(level % 2 == 0 ? "trak" : "mdia", nested);
        }
        return mp4(nested);
    }

    /** A copy in which the bytes behind a mark have been overwritten. */
    static byte[] patched(byte[] file, String mark, int behind, byte[] replacement) {
        return patched(file, ascii(mark), 0, behind, replacement);
    }

    /** The same behind the n-th place where the mark stands, counted from zero. */
    static byte[] patched(byte[] file, byte[] mark, int nth, int behind, byte[] replacement) {
        byte[] copy = file.clone();
        int at = -1;
        for (int seen = 0; seen <= nth; seen++) {
            at = indexOf(file, mark, at + 1);
            if (at < 0) {
                throw new IllegalArgumentException("The mark is not there " + (nth + 1) + " times");
            }
        }
        System.arraycopy(replacement, 0, copy, at + behind, replacement.length);
        return copy;
    }

    /** A copy in which this stands in place of that, wherever it stands. */
    static byte[] patchedEverywhere(byte[] file, byte[] mark, int behind, byte[] replacement) {
        byte[] copy = file.clone();
        for (int at = indexOf(file, mark, 0); at >= 0; at = indexOf(file, mark, at + 1)) {
            System.arraycopy(replacement, 0, copy, at + behind, replacement.length);
        }
        return copy;
    }

    static byte[] bigEndian(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
        Arrays.stream(values).forEach(bytes::putInt);
        return bytes.array();
    }

    static byte[] littleEndian(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(values).forEach(bytes::putInt);
        return bytes.array();
    }

    static byte[] element(String id, byte[]... content) {
        byte[] inside = joined(content);
        byte[] length = inside.length < 127
                ? new byte[] {(byte) (0x80 | inside.length)}
                : ByteBuffer.allocate(4).putInt(0x10000000 | inside.length).array();
        return joined(HexFormat.of().parseHex(id), length, inside);
    }

    static byte[] number(String id, long value) {
        String hex = Long.toHexString(value);
        return element(id, HexFormat.of().parseHex(hex.length() % 2 == 0 ? hex : '0' + hex));
    }

    private static byte[] mp4(byte[] inMoov) {
        return joined(
                box("ftyp", ascii("isom"), new byte[4], ascii("isom")), box("mdat", NO_PICTURE), box("moov", inMoov));
    }

    private static byte[] box(String type, byte[]... content) {
        byte[] inside = joined(content);
        return joined(bigEndian(inside.length + 8), ascii(type), inside);
    }

    private static byte[] repeated(int times, byte[] what) {
        return joined(Collections.nCopies(times, what).toArray(byte[][]::new));
    }

    private static int indexOf(byte[] bytes, byte[] mark, int from) {
        for (int at = from; at <= bytes.length - mark.length; at++) {
            if (Arrays.equals(bytes, at, at + mark.length, mark, 0, mark.length)) {
                return at;
            }
        }
        return -1;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
