package io.anpip.transcode.cmaf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Writes an init segment from the ftyp and moov boxes of a file.
 *
 * <p>It leaves out what could differ from chunk to chunk: user data, dates and lengths; and it has an edit list of its own.
 */
final class InitSegmentWriter {

    private static final List<String> CONTAINERS = List.of("moov", "trak", "mdia", "mvex");
    private static final List<String> LEFT_OUT = List.of("udta", "meta", "edts", "mehd");

    private InitSegmentWriter() {}

    /**
     * Writes the init segment.
     *
     * @param delayTicks how much later than decoded the first frame is shown; an edit list takes it back, so that the first
     *     frame is shown at its decode time
     */
    static InitSegment write(FragmentedFile file, int delayTicks) throws Malformed {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Box box : Box.between(file.bytes(), 0, file.bytes().limit())) {
            if (box.type() == Box.FTYP || box.type() == Box.MOOV) {
                out.writeBytes(copy(file.bytes(), box, delayTicks));
            }
        }
        return new InitSegment(out.toByteArray(), file.track().codecs());
    }

    private static byte[] copy(ByteBuffer bytes, Box box, int delayTicks) throws Malformed {
        if (CONTAINERS.stream().anyMatch(box::is)) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            for (Box child : box.children(bytes, 0)) {
                if (LEFT_OUT.stream().noneMatch(child::is)) {
                    content.writeBytes(copy(bytes, child, delayTicks));
                    if (child.is("tkhd") && delayTicks != 0) {
                        content.writeBytes(editList(delayTicks));
                    }
                }
            }
            byte[] inner = content.toByteArray();
            return ByteBuffer.allocate(8 + inner.length)
                    .putInt(8 + inner.length)
                    .putInt(box.type())
                    .put(inner)
                    .array();
        }
        byte[] copied = new byte[box.size()];
        bytes.get(box.offset(), copied);
        clearTimes(box, ByteBuffer.wrap(copied));
        return copied;
    }

    /**
     * One edit of the length zero, which in a fragmented file means all of it, from the media time of the first frame on. Of
     * the ways to take back the encoder's delay this is the one all players agree on: FFmpeg shows what has signed composition
     * offsets late.
     */
    private static byte[] editList(int delayTicks) {
        return ByteBuffer.allocate(36)
                .putInt(36)
                .putInt(Box.fourCharacters("edts"))
                .putInt(28)
                .putInt(Box.fourCharacters("elst"))
                .putInt(0)
                .putInt(1)
                .putInt(0)
                .putInt(delayTicks)
                .putInt(1 << 16)
                .array();
    }

    /** Dates and length of a header box; the timescale or track id between them stays. */
    private static void clearTimes(Box box, ByteBuffer copied) {
        boolean wide = copied.capacity() > box.headerSize() && copied.get(box.headerSize()) == 1;
        int dates = box.headerSize() + 4;
        int afterDates = dates + (wide ? 16 : 8);
        int length = wide ? 8 : 4;
        if (box.is("mvhd") || box.is("mdhd")) {
            clear(copied, dates, afterDates - dates);
            clear(copied, afterDates + 4, length);
        } else if (box.is("tkhd")) {
            clear(copied, dates, afterDates - dates);
            clear(copied, afterDates + 8, length);
        }
    }

    private static void clear(ByteBuffer bytes, int start, int length) {
        bytes.put(start, new byte[length]);
    }
}
