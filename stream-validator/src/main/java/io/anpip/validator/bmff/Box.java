package io.anpip.validator.bmff;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A box of ISO/IEC 14496-12 as a window on a file's bytes.
 *
 * @param type its four characters
 * @param offset its first byte in the file
 * @param headerSize bytes before its content: 8, or 16 for a large box
 * @param size all its bytes
 */
record Box(String type, int offset, int headerSize, int size) {

    private static final int HEADER = 8;
    private static final int LARGE_HEADER = 16;

    /** The boxes from one byte of a file to another. */
    static List<Box> between(ByteBuffer file, int start, int end) throws Malformed {
        List<Box> boxes = new ArrayList<>();
        int position = start;
        while (position < end) {
            if (end - position < HEADER) {
                throw new Malformed("a box header is cut off at byte " + position);
            }
            byte[] name = new byte[4];
            file.get(position + 4, name);
            String type = new String(name, StandardCharsets.ISO_8859_1);
            long size = Integer.toUnsignedLong(file.getInt(position));
            int headerSize = HEADER;
            if (size == 1 && end - position >= LARGE_HEADER) {
                size = file.getLong(position + HEADER);
                headerSize = LARGE_HEADER;
            } else if (size == 0) {
                size = end - position;
            }
            if (size < headerSize || size > end - position) {
                throw new Malformed("the box \"" + printable(type) + "\" at byte " + position + " claims " + size
                        + " bytes, and " + (end - position) + " are left");
            }
            boxes.add(new Box(type, position, headerSize, (int) size));
            position += (int) size;
        }
        return boxes;
    }

    /** The boxes inside of this one, where its own fields take so many bytes. */
    List<Box> children(ByteBuffer file, int ownFields) throws Malformed {
        return between(file, Math.min(content() + ownFields, end()), end());
    }

    /** The boxes of a type inside of this one. */
    List<Box> all(ByteBuffer file, String wanted) throws Malformed {
        return children(file, 0).stream().filter(box -> box.type.equals(wanted)).toList();
    }

    /** The first box of a type inside of this one, where its own fields take so many bytes. */
    Optional<Box> find(ByteBuffer file, String wanted, int ownFields) throws Malformed {
        return children(file, ownFields).stream()
                .filter(box -> box.type.equals(wanted))
                .findFirst();
    }

    /** The first box of a type inside of this one. */
    Box child(ByteBuffer file, String wanted) throws Malformed {
        return child(file, wanted, 0);
    }

    /** The first box of a type inside of this one, where its own fields take so many bytes. */
    Box child(ByteBuffer file, String wanted, int ownFields) throws Malformed {
        return find(file, wanted, ownFields)
                .orElseThrow(() -> new Malformed("the box " + printable(type) + " holds no " + wanted));
    }

    /** The content as a buffer of its own. */
    ByteBuffer fields(ByteBuffer file) {
        return file.slice(content(), end() - content());
    }

    int content() {
        return offset + headerSize;
    }

    int end() {
        return offset + size;
    }

    private static String printable(String type) {
        return type.chars().allMatch(character -> character >= 0x20 && character < 0x7F) ? type : "????";
    }
}
