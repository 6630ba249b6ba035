package io.anpip.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Reads small pieces anywhere in a file that may lie in object storage: the port {@link ContainerCheck} looks through. */
public interface ByteSource {

    long size() throws IOException;

    /** The bytes from {@code offset} on: {@code length} of them, or fewer where the file ends before. */
    byte[] read(long offset, int length) throws IOException;

    static ByteSource of(byte[] content) {
        return new ByteSource() {
            @Override
            public long size() {
                return content.length;
            }

            @Override
            public byte[] read(long offset, int length) {
                int from = (int) Math.min(offset, content.length);
                return Arrays.copyOfRange(content, from, Math.min(from + length, content.length));
            }
        };
    }

    static ByteSource of(Path file) {
        return new ByteSource() {
            @Override
            public long size() throws IOException {
                return java.nio.file.Files.size(file);
            }

            @Override
            public byte[] read(long offset, int length) throws IOException {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                    ByteBuffer buffer = ByteBuffer.allocate(length);
                    while (buffer.hasRemaining() && channel.read(buffer, offset + buffer.position()) >= 0) {
                        // A channel may give less than was asked for.
                    }
                    return Arrays.copyOf(buffer.array(), buffer.position());
                }
            }
        };
    }
}
