package io.anpip.validator.media;

import io.anpip.validator.media.MediaFile.Picture;
import io.anpip.validator.media.MediaFile.Unreadable;
import java.nio.ByteBuffer;

/** Reads the size of JPEG (ITU-T T.81, B.2.2) and PNG pictures. */
final class PictureReader {

    private static final int PNG_WIDTH = 16;

    private PictureReader() {}

    static MediaFile read(byte[] bytes) {
        ByteBuffer file = ByteBuffer.wrap(bytes);
        try {
            return bytes[0] == (byte) 0x89
                    ? new Picture(bytes.length, file.getInt(PNG_WIDTH), file.getInt(PNG_WIDTH + 4))
                    : jpeg(file);
        } catch (IndexOutOfBoundsException cutOff) {
            return new Unreadable(bytes.length, "the picture is cut off");
        }
    }

    private static MediaFile jpeg(ByteBuffer file) {
        int position = 2;
        while ((file.get(position) & 0xFF) == 0xFF) {
            int marker = file.get(position + 1) & 0xFF;
            boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (frame) {
                int height = Short.toUnsignedInt(file.getShort(position + 5));
                int width = Short.toUnsignedInt(file.getShort(position + 7));
                return new Picture(file.limit(), width, height);
            }
            position += 2 + Math.max(2, Short.toUnsignedInt(file.getShort(position + 2)));
        }
        return new Unreadable(file.limit(), "the picture has no frame header");
    }
}
