package io.anpip.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Set;

/** Looks for a protection object in the header of a Windows Media file (Advanced Systems Format, 3.1 and 3.14 to 3.15). */
final class AsfHeader {

    private static final int IDENTIFIER = 16;
    private static final int OBJECT_HEADER = 24;
    /** The header object counts its objects behind its own header, and has two bytes more. */
    private static final int FIRST_OBJECT = 30;

    private static final int MOST_OBJECTS = 1_000;

    /** Content encryption, and extended content encryption, as their bytes stand in the file. */
    private static final Set<String> PROTECTION =
            Set.of("fbb3112223bdd211b4b700a0c955fc6e", "14e68a292226174cb935dae07ee9289c");

    private AsfHeader() {}

    static boolean isEncrypted(ByteSource source) throws IOException {
        ByteBuffer header = little(source.read(0, FIRST_OBJECT));
        if (header.remaining() < FIRST_OBJECT) {
            return false;
        }
        long end = Math.min(header.getLong(IDENTIFIER), source.size());
        long at = FIRST_OBJECT;
        for (int objects = 0; at <= end - OBJECT_HEADER && objects < MOST_OBJECTS; objects++) {
            ByteBuffer object = little(source.read(at, OBJECT_HEADER));
            if (object.remaining() < OBJECT_HEADER) {
                return false;
            }
            if (PROTECTION.contains(HexFormat.of().formatHex(object.array(), 0, IDENTIFIER))) {
                return true;
            }
            long length = object.getLong(IDENTIFIER);
            if (length < OBJECT_HEADER || length > end - at) {
                return false;
            }
            at += length;
        }
        return false;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
