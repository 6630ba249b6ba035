package io.anpip.localstack.bundle;

import io.anpip.localstack.failure.LocalStackException;
import io.anpip.localstack.failure.LocalStackFailure.DirectoryUnusable;
import io.anpip.localstack.failure.LocalStackFailure.DiskFull;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** Fills a folder once: a folder that exists is complete. */
final class UnpackedOnce {
    private static final long NEEDED_BYTES = 300L * 1024 * 1024;

    private UnpackedOnce() {}

    /** Writes a folder's content. */
    @FunctionalInterface
    interface Content {
        void writeInto(Path folder) throws IOException;
    }

    /** The folder, filled now or earlier; safe with several JVMs at once. */
    static Path folder(Path target, Content content) {
        if (Files.isDirectory(target)) {
            return target;
        }
        try {
            Path parent = target.toAbsolutePath().resolveSibling("");
            Files.createDirectories(parent);
            requireRoom(parent);
            Path draft = Files.createTempDirectory(parent, "." + target.getFileName() + ".");
            try {
                content.writeInto(draft);
                moveIntoPlace(draft, target);
            } finally {
                delete(draft);
            }
            return target;
        } catch (IOException | UncheckedIOException unusable) {
            throw new LocalStackException(
                    new DirectoryUnusable(target, String.valueOf(unusable.getMessage())), unusable);
        }
    }

    private static void moveIntoPlace(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException taken) {
            // Another JVM was faster: its folder holds the same.
            if (!Files.isDirectory(target)) {
                throw taken;
            }
        }
    }

    private static void requireRoom(Path directory) throws IOException {
        long free = Files.getFileStore(directory).getUsableSpace();
        if (free < NEEDED_BYTES) {
            throw new LocalStackException(new DiskFull(directory, free, NEEDED_BYTES));
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
