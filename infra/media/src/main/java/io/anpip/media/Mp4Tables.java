package io.anpip.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * Goes through the {@code moov} of an MP4 or QuickTime file (ISO/IEC 14496-12, 8.2) and looks at its tracks.
 *
 * <p>An encrypted track names {@code encv} or {@code enca} where others name their codec (ISO/IEC 23001-7, 4.2), or
 * Apple's {@code drmi} and {@code drms}.
 */
final class Mp4Tables {

    private static final int HEADER = 8;
    private static final int LONG_HEADER = 16;
    /** Boxes of one level that are looked at. */
    private static final int MOST_BOXES = 200_000;

    private static final List<String> WAY_TO_CODECS = List.of("mdia", "minf", "stbl", "stsd");
    /** {@code stsd} has version, flags and a count in front of its entries. */
    private static final int FRONT_OF_ENTRIES = 8;

    private static final int MOST_ENTRIES = 64;
    private static final Set<String> ENCRYPTED = Set.of("encv", "enca", "enct", "encs", "drmi", "drms");

    private final ByteSource source;
    private final long size;

    Mp4Tables(ByteSource source) throws IOException {
        this.source = source;
        this.size = source.size();
    }

    ContainerTables read() throws IOException {
        int tracks = 0;
        boolean encrypted = false;
        for (Box top = first(0, size), inside; top.exists(); top = next(top, size)) {
            if (!top.type().equals("moov")) {
                continue;
            }
            for (inside = first(top.content(), top.end());
                    inside.exists() && tracks < ContainerTables.MOST_COUNTED;
                    inside = next(inside, top.end())) {
                if (inside.type().equals("trak")) {
                    tracks++;
                    // A file of very many tracks is refused for that.
                    encrypted |= tracks < MOST_ENTRIES && isEncrypted(inside);
                }
            }
        }
        return new ContainerTables(tracks, 0, encrypted);
    }

    private boolean isEncrypted(Box track) throws IOException {
        Box at = track;
        for (String step : WAY_TO_CODECS) {
            at = child(at, step);
        }
        if (!at.exists()) {
            return false;
        }
        Box entry = first(at.content() + FRONT_OF_ENTRIES, at.end());
        for (int seen = 0; entry.exists() && seen < MOST_ENTRIES; seen++) {
            if (ENCRYPTED.contains(entry.type())) {
                return true;
            }
            entry = next(entry, at.end());
        }
        return false;
    }

    private Box child(Box parent, String type) throws IOException {
        if (!parent.exists()) {
            return parent;
        }
        Box box = first(parent.content(), parent.end());
        for (int seen = 0; box.exists() && !box.type().equals(type) && seen < MOST_ENTRIES; seen++) {
            box = next(box, parent.end());
        }
        return box.type().equals(type) ? box : Box.NONE;
    }

    private Box first(long start, long limit) throws IOException {
        return box(start, limit, 0);
    }

    private Box next(Box box, long limit) throws IOException {
        return box.number() < MOST_BOXES ? box(box.end(), limit, box.number() + 1) : Box.NONE;
    }

    /** The box that starts here; none where there is no room for one, or it has an impossible length. */
    private Box box(long start, long limit, int number) throws IOException {
        if (limit - start < HEADER) {
            return Box.NONE;
        }
        ByteBuffer header = ByteBuffer.wrap(source.read(start, LONG_HEADER));
        if (header.remaining() < HEADER) {
            return Box.NONE;
        }
        long length = Integer.toUnsignedLong(header.getInt(0));
        long content = start + HEADER;
        if (length == 1 && header.remaining() == LONG_HEADER) {
            length = header.getLong(HEADER);
            content = start + LONG_HEADER;
        } else if (length == 0) {
            length = limit - start;
        }
        if (length < content - start || length > limit - start) {
            return Box.NONE;
        }
        return new Box(new String(header.array(), 4, 4, StandardCharsets.ISO_8859_1), content, start + length, number);
    }

    private record Box(String type, long content, long end, int number) {
        static final Box NONE = new Box("", 0, 0, 0);

        boolean exists() {
            return end > 0;
        }
    }
}
