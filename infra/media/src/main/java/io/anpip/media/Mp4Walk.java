package io.anpip.media;

import io.anpip.media.ContainerCheck.Intact;
import io.anpip.media.ContainerCheck.Malformed;
import io.anpip.media.ContainerCheck.Truncated;
import io.anpip.media.ContainerCheck.WithoutMediaData;
import io.anpip.media.ContainerCheck.WithoutMoov;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Goes from one top-level box to the next, and keeps what has been seen so far. */
final class Mp4Walk {
    private static final int HEADER = 8;
    private static final int LONG_HEADER = 16;
    private static final int BOX_LIMIT = 2_000;

    private final long size;
    private boolean moov;
    private boolean mediaData;
    private boolean moovFirst;
    private boolean fragmented;

    Mp4Walk(long size) {
        this.size = size;
    }

    ContainerCheck walk(ByteSource source) throws IOException {
        long offset = 0;
        for (int boxes = 0; offset < size && boxes < BOX_LIMIT; boxes++) {
            ByteBuffer header = ByteBuffer.wrap(source.read(offset, LONG_HEADER));
            if (header.remaining() < HEADER) {
                return trailing(offset);
            }
            long declared = Integer.toUnsignedLong(header.getInt(0));
            String type = new String(header.array(), 4, 4, StandardCharsets.ISO_8859_1);
            if (!isBoxType(type)) {
                return trailing(offset);
            }
            int headerLength = HEADER;
            if (declared == 1) {
                if (header.remaining() < LONG_HEADER) {
                    return truncated(type, offset + LONG_HEADER);
                }
                declared = header.getLong(HEADER);
                headerLength = LONG_HEADER;
            } else if (declared == 0) {
                declared = size - offset;
            }
            if (declared < headerLength) {
                return trailing(offset);
            }
            if (declared > size - offset) {
                return truncated(type, saturatedAdd(offset, declared));
            }
            see(type, declared > headerLength);
            offset += declared;
        }
        return verdict();
    }

    private void see(String type, boolean filled) {
        switch (type) {
            case "moov" -> {
                moov = true;
                moovFirst = !mediaData;
            }
            case "mdat" -> mediaData |= filled;
            case "moof" -> fragmented = true;
            default -> {
                // Padding and metadata boxes say nothing about completeness.
            }
        }
    }

    /** Some writers leave bytes after the last box that are no box: harmless once everything has been seen. */
    private ContainerCheck trailing(long offset) {
        if (moov && mediaData) {
            return new Intact(moovFirst, fragmented);
        }
        return new Malformed("The file starts like an MP4 video, but from byte " + offset
                + " on it holds nothing that belongs there: it is damaged.");
    }

    private ContainerCheck truncated(String type, long end) {
        return new Truncated("The file ends too early: its '" + type.strip() + "' part should reach byte " + end
                + ", but the file has only " + size
                + " bytes. It was probably cut off while it was recorded or copied.");
    }

    private ContainerCheck verdict() {
        if (!moov && !mediaData) {
            return new Malformed("The file has the form of an MP4 video, but holds neither pictures nor an index.");
        }
        if (!moov) {
            return new WithoutMoov("The file has no index (no 'moov' part), so its pictures cannot be found."
                    + " A recording that was not closed properly looks like this.");
        }
        if (!mediaData) {
            return new WithoutMediaData(
                    "The file holds only an index (a 'moov' part) and no pictures or sound (no 'mdat' part).");
        }
        return new Intact(moovFirst, fragmented);
    }

    private static boolean isBoxType(String type) {
        // Printable, or the copyright sign that QuickTime puts in front of its own types.
        return type.chars().allMatch(c -> (c >= 0x20 && c < 0x7f) || c == 0xa9);
    }

    private static long saturatedAdd(long offset, long length) {
        return length > Long.MAX_VALUE - offset ? Long.MAX_VALUE : offset + length;
    }
}
