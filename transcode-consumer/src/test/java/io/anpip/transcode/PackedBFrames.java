package io.anpip.transcode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes AVI files as DivX 5 did: AVI can't say when a picture is shown, so a picture and the B picture that is shown before it share one
 * packet, and a packet with an empty picture follows to make up the number. No encoder of today writes that, but archives are full of it.
 */
final class PackedBFrames {

    private static final byte[] PICTURE_START = {0, 0, 1, (byte) 0xb6};

    /** User data by which decoders know the packing: {@code DivX503b1393p}. */
    private static final byte[] SIGNATURE = {
        0, 0, 1, (byte) 0xb2, 'D', 'i', 'v', 'X', '5', '0', '3', 'b', '1', '3', '9', '3', 'p'
    };

    /** A P picture that is not coded: start code, type, time in 5 bits as of 25 frames a second, marker, not coded, stuffing. */
    private static final byte[] NOT_CODED = {0, 0, 1, (byte) 0xb6, 0x50, 0x4f, 0x7f};

    private PackedBFrames() {}

    /**
     * Packs a raw MPEG-4 stream of which every other picture is a B picture.
     *
     * @param stream made with {@code -f m4v}
     */
    static Path write(Path stream, Path avi, int width, int height, int framesPerSecond) throws IOException {
        List<byte[]> pictures = pictures(Files.readAllBytes(stream));
        List<byte[]> packets = new ArrayList<>();
        for (int at = 0; at < pictures.size(); at++) {
            boolean packed = at + 1 < pictures.size() && isB(pictures.get(at + 1));
            if (packed) {
                packets.add(joined(pictures.get(at), pictures.get(at + 1)));
                packets.add(NOT_CODED);
                at++;
            } else {
                packets.add(pictures.get(at));
            }
        }
        return Files.write(avi, avi(packets, width, height, framesPerSecond));
    }

    private static boolean isB(byte[] picture) {
        return (picture[4] & 0xc0) == 0x80;
    }

    private static List<byte[]> pictures(byte[] stream) {
        List<Integer> starts = new ArrayList<>();
        for (int at = 0; at + 4 <= stream.length; at++) {
            if (ByteBuffer.wrap(stream, at, 4).equals(ByteBuffer.wrap(PICTURE_START))) {
                starts.add(at);
            }
        }
        List<byte[]> pictures = new ArrayList<>();
        // What comes before the first picture describes the stream and stays in its packet, after it the signature.
        byte[] head = java.util.Arrays.copyOf(stream, starts.getFirst());
        for (int index = 0; index < starts.size(); index++) {
            int end = index + 1 < starts.size() ? starts.get(index + 1) : stream.length;
            byte[] picture = java.util.Arrays.copyOfRange(stream, starts.get(index), end);
            pictures.add(index == 0 ? joined(joined(head, SIGNATURE), picture) : picture);
        }
        return pictures;
    }

    private static byte[] avi(List<byte[]> packets, int width, int height, int rate) {
        ByteArrayOutputStream movie = new ByteArrayOutputStream();
        ByteArrayOutputStream index = new ByteArrayOutputStream();
        for (int number = 0; number < packets.size(); number++) {
            byte[] packet = packets.get(number);
            index.writeBytes(tag("00dc"));
            index.writeBytes(numbers(number == 0 ? 0x10 : 0, movie.size() + 4, packet.length));
            movie.writeBytes(chunk("00dc", packet));
        }
        byte[] main = numbers(1_000_000 / rate, 0, 0, 0x10, packets.size(), 0, 1, 0, width, height, 0, 0, 0, 0);
        byte[] streamHead =
                joined(joined(tag("vids"), tag("DX50")), numbers(0, 0, 0, 1, rate, 0, packets.size(), 0, -1, 0, 0, 0));
        byte[] picture = joined(
                joined(numbers(40, width, height, 1 | 24 << 16), tag("DX50")), numbers(width * height * 3, 0, 0, 0, 0));
        byte[] track = list("strl", joined(chunk("strh", streamHead), chunk("strf", picture)));
        byte[] header = list("hdrl", joined(chunk("avih", main), track));
        byte[] body = joined(joined(header, list("movi", movie.toByteArray())), chunk("idx1", index.toByteArray()));
        return chunk("RIFF", joined(tag("AVI "), body));
    }

    private static byte[] list(String kind, byte[] content) {
        return chunk("LIST", joined(tag(kind), content));
    }

    private static byte[] chunk(String name, byte[] content) {
        byte[] whole = joined(joined(tag(name), numbers(content.length)), content);
        return content.length % 2 == 0 ? whole : joined(whole, new byte[1]);
    }

    private static byte[] tag(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] numbers(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
