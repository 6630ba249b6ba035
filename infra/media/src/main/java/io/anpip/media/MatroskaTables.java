package io.anpip.media;

import java.io.IOException;
import java.util.Optional;

/**
 * Goes through the head of a Matroska or WebM file (RFC 9559) up to its first cluster, and counts tracks and chapters.
 *
 * <p>Tables behind the clusters are not looked for: the demuxer reads those only on demand.
 */
final class MatroskaTables {

    private static final long SEGMENT = 0x18538067L;
    private static final long CLUSTER = 0x1F43B675L;
    private static final long TRACKS = 0x1654AE6BL;
    private static final long TRACK_ENTRY = 0xAE;
    private static final long CONTENT_ENCODINGS = 0x6D80;
    private static final long CONTENT_ENCODING = 0x6240;
    private static final long CONTENT_ENCRYPTION = 0x5035;
    private static final long CHAPTERS = 0x1043A770L;
    private static final long EDITION_ENTRY = 0x45B9;
    private static final long CHAPTER_ATOM = 0xB6;

    /** An id has up to 4 bytes, a length up to 8. */
    private static final int LONGEST_HEADER = 12;

    /** Elements that are looked at in all: a head has a few hundred. */
    private static final int MOST_ELEMENTS = 1_000_000;

    private static final int MOST_INSPECTED_TRACKS = 64;

    private final ByteSource source;
    private final long size;
    private int elements;
    private int tracks;
    private int chapters;
    private boolean encrypted;

    MatroskaTables(ByteSource source) throws IOException {
        this.source = source;
        this.size = source.size();
    }

    ContainerTables read() throws IOException {
        each(0, size, top -> {
            if (top.id() == SEGMENT) {
                each(top.content(), top.end(), this::inSegment);
                return false;
            }
            return true;
        });
        return new ContainerTables(tracks, chapters, encrypted);
    }

    private boolean inSegment(Element element) throws IOException {
        if (element.id() == CLUSTER) {
            return false;
        } else if (element.id() == TRACKS) {
            each(element.content(), element.end(), this::inTracks);
        } else if (element.id() == CHAPTERS) {
            each(element.content(), element.end(), edition -> {
                if (edition.id() == EDITION_ENTRY) {
                    each(edition.content(), edition.end(), this::inEdition);
                }
                return chapters < ContainerTables.MOST_COUNTED;
            });
        }
        return true;
    }

    private boolean inTracks(Element element) throws IOException {
        if (element.id() == TRACK_ENTRY && ++tracks <= MOST_INSPECTED_TRACKS) {
            encrypted |= holds(element, CONTENT_ENCODINGS, CONTENT_ENCODING, CONTENT_ENCRYPTION);
        }
        return tracks < ContainerTables.MOST_COUNTED;
    }

    private boolean inEdition(Element element) {
        if (element.id() == CHAPTER_ATOM) {
            chapters++;
        }
        return chapters < ContainerTables.MOST_COUNTED;
    }

    private boolean holds(Element parent, long... path) throws IOException {
        if (path.length == 0) {
            return true;
        }
        boolean[] found = new boolean[1];
        long[] rest = java.util.Arrays.copyOfRange(path, 1, path.length);
        each(parent.content(), parent.end(), child -> {
            found[0] = child.id() == path[0] && holds(child, rest);
            return !found[0];
        });
        return found[0];
    }

    private interface Visitor {
        /** False: no more, please. */
        boolean visit(Element element) throws IOException;
    }

    private void each(long start, long end, Visitor visitor) throws IOException {
        long at = start;
        Optional<Element> element = element(at, end);
        while (element.isPresent() && elements++ < MOST_ELEMENTS && visitor.visit(element.get())) {
            at = element.get().end();
            element = element(at, end);
        }
    }

    /** The element that starts here, if one does; one of unknown length reaches to the end of its parent. */
    private Optional<Element> element(long start, long limit) throws IOException {
        byte[] header = source.read(start, (int) Math.clamp(limit - start, 0, LONGEST_HEADER));
        int idLength = header.length == 0 ? 0 : Integer.numberOfLeadingZeros(header[0] & 0xff) - 23;
        if (idLength < 1 || idLength > 4 || header.length <= idLength) {
            return Optional.empty();
        }
        int sizeLength = Integer.numberOfLeadingZeros(header[idLength] & 0xff) - 23;
        if (sizeLength > 8 || header.length < idLength + sizeLength) {
            return Optional.empty();
        }
        long length = number(header, idLength, sizeLength) & ((1L << (7 * sizeLength)) - 1);
        long content = start + idLength + sizeLength;
        boolean unknown = length == (1L << (7 * sizeLength)) - 1;
        long end = unknown || length > limit - content ? limit : content + length;
        return Optional.of(new Element(number(header, 0, idLength), content, end));
    }

    private static long number(byte[] bytes, int from, int length) {
        long value = 0;
        for (int i = from; i < from + length; i++) {
            value = value << 8 | bytes[i] & 0xff;
        }
        return value;
    }

    private record Element(long id, long content, long end) {}
}
