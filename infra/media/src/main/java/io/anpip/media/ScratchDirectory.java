package io.anpip.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A directory of one task, with a name of its own, that goes with all its content when the task ends. */
public final class ScratchDirectory implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(ScratchDirectory.class);

    private final Path path;
    private final long reservedBytes;
    private final Runnable onClose;
    private boolean closed;

    ScratchDirectory(Path path, long reservedBytes, Runnable onClose) {
        this.path = path;
        this.reservedBytes = reservedBytes;
        this.onClose = onClose;
    }

    public Path path() {
        return path;
    }

    /** How much room its task has asked for. */
    public long reservedBytes() {
        return reservedBytes;
    }

    /** A file in this directory. The name is the program's own, never a user's. */
    public Path file(String name) {
        Path file = path.resolve(name).normalize();
        if (!file.startsWith(path) || file.equals(path)) {
            throw new IllegalArgumentException("not a name inside the scratch directory: " + name);
        }
        return file;
    }

    /** Deletes the directory. What cannot be deleted stays behind for the next start to remove. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            deleteTree(path);
        } catch (UncheckedIOException e) {
            LOGGER.warn("scratch directory {} could not be deleted", path, e);
        } finally {
            onClose.run();
        }
    }

    /** Deletes a directory with its content; links are deleted, never followed. */
    static void deleteTree(Path root) {
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(
                        Path directory, @org.jspecify.annotations.Nullable IOException failure) throws IOException {
                    Files.deleteIfExists(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (NoSuchFileException e) {
            // Gone already, which is what was wanted.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
