package io.anpip.cli.logs;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the whole lines that are added to a file. Threading: for one thread. */
final class GrowingFile {
    private static final int MOST_AT_ONCE = 1 << 20;

    private final Path file;
    private long position;

    private GrowingFile(Path file, long position) {
        this.file = file;
        this.position = position;
    }

    /** From what the file ends with now. */
    static GrowingFile atEndOf(Path file) {
        return new GrowingFile(file, sizeOf(file));
    }

    /** The lines that were completed since the last call. */
    List<String> newLines() {
        long size = sizeOf(file);
        if (size < position) {
            position = 0;
        }
        if (size == position) {
            return List.of();
        }
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.min(MOST_AT_ONCE, size - position)];
            open.seek(position);
            open.readFully(bytes);
            int complete = bytes.length;
            while (complete > 0 && bytes[complete - 1] != '\n') {
                complete--;
            }
            // A line longer than all that is read at once is shown in pieces.
            complete = complete == 0 && bytes.length == MOST_AT_ONCE ? bytes.length : complete;
            position += complete;
            return new String(bytes, 0, complete, StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException goneMeanwhile) {
            return List.of();
        }
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException notThere) {
            return 0;
        }
    }
}
