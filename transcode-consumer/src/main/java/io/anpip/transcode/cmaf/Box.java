package io.anpip.transcode.cmaf;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A box of ISO/IEC 14496-12 as a window on a file's bytes.
 *
 * @param type its four characters as one number
 * @param offset its first byte in the file
 * @param headerSize bytes before its content: 8, or 16 for a large box
 * @param size all its bytes
 */
record Box(int type, int offset, int headerSize, int size) {

    static final int FTYP = fourCharacters("ftyp");
    static final int MOOV = fourCharacters("moov");
    static final int MOOF = fourCharacters("moof");
    static final int MDAT = fourCharacters("mdat");

    /** The number that stands for a box type. */
    static int fourCharacters(String type) {
        return (type.charAt(0) << 24) | (type.charAt(1) << 16) | (type.charAt(2) << 8) | type.charAt(3);
    }

    /** The boxes from one byte of a file to another. */
    static List<Box> between(ByteBuffer file, int start, int end) throws Malformed {
        List<Box> boxes = new ArrayList<>();
        int position = start;
        while (position < end) {
            if (end - position < 8) {
                throw new Malformed("a box header is cut off");
            }
            long size = Integer.toUnsignedLong(file.getInt(position));
            int headerSize = 8;
            if (size == 1 && end - position >= 16) {
                size = file.getLong(position + 8);
                headerSize = 16;
            }
            if (size < headerSize || size > end - position) {
                throw new Malformed("a box is longer than what holds it");
            }
            boxes.add(new Box(file.getInt(position + 4), position, headerSize, (int) size));
            position += (int) size;
        }
        return boxes;
    }

    /** The boxes inside of this one, where its own fields take so many bytes. */
    List<Box> children(ByteBuffer file, int ownFields) throws Malformed {
        return between(file, Math.min(content() + ownFields, end()), end());
    }

    /** The first box of a type inside of this one. */
    Box child(ByteBuffer file, String type) throws Malformed {
        return child(file, type, 0);
    }

    /** The first box of a type inside of this one, where its own fields take so many bytes. */
    Box child(ByteBuffer file, String type, int ownFields) throws Malformed {
        int wanted = fourCharacters(type);
        for (Box box : children(file, ownFields)) {
            if (box.type() == wanted) {
                return box;
            }
        }
        throw new Malformed("the box " + type + " is missing");
    }

    int content() {
        return offset + headerSize;
    }

    int end() {
        return offset + size;
    }

    boolean is(String name) {
        return type == fourCharacters(name);
    }
}
