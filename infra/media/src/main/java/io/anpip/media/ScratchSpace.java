package io.anpip.media;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The part of a disk where this process may work, and the account of how much of it is promised.
 *
 * <p>Each process has a folder of its own under the root, held by a file lock. {@link #open} removes the folders that no
 * process holds any more: what {@code kill -9} left behind.
 */
public final class ScratchSpace implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(ScratchSpace.class);
    private static final String LOCK_SUFFIX = ".lock";

    private final Path folder;
    private final Path lockFile;
    private final FileChannel lockChannel;
    private final long keepFreeBytes;
    private long promisedBytes;

    /** The answer to a request for room. */
    public sealed interface Reservation {
        /** Close the directory to give the room back. */
        record Granted(ScratchDirectory directory) implements Reservation {}

        /** Too little room now; other work may free some. */
        record DiskTooFull(String sentence) implements Reservation {}
    }

    private ScratchSpace(Path folder, Path lockFile, FileChannel lockChannel, long keepFreeBytes) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.lockChannel = lockChannel;
        this.keepFreeBytes = keepFreeBytes;
    }

    /**
     * Takes a folder under the root, which is made if need be, and removes what dead processes left there.
     *
     * @param keepFreeBytes never promise the last so many bytes of the disk
     */
    public static ScratchSpace open(Path configured, long keepFreeBytes) throws IOException {
        // Programs work inside it, where a relative name would mean another place.
        Path root = configured.toAbsolutePath().normalize();
        Files.createDirectories(root);
        removeLeftovers(root);
        String name = "worker-" + UUID.randomUUID();
        Path lockFile = root.resolve(name + LOCK_SUFFIX);
        // The lock comes before the folder: a folder without a held lock is a leftover.
        FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new IOException("another process removes leftovers in " + root + " just now");
        }
        return new ScratchSpace(Files.createDirectory(root.resolve(name)), lockFile, channel, keepFreeBytes);
    }

    /**
     * Asks for a directory with room for so many bytes. Room promised to others and not yet written counts as taken, and
     * for simplicity also what they have written already: with much going on, the answer errs on the side of no.
     */
    public synchronized Reservation reserve(long bytes) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        long available = free - keepFreeBytes - promisedBytes;
        if (bytes > available) {
            return new Reservation.DiskTooFull("The scratch disk at " + folder.getParent() + " is too full: "
                    + mebibytes(bytes) + " MiB are needed, and of " + mebibytes(free) + " MiB free "
                    + mebibytes(promisedBytes) + " MiB are promised and " + mebibytes(keepFreeBytes)
                    + " MiB stay free. Free some space or set anpip.scratch.directory.");
        }
        ScratchDirectory directory =
                new ScratchDirectory(Files.createTempDirectory(folder, "task-"), bytes, () -> giveBack(bytes));
        promisedBytes += bytes;
        return new Reservation.Granted(directory);
    }

    /** Free bytes beyond those that are never promised; not above zero when the disk is too full. */
    public long roomBytes() throws IOException {
        return Files.getFileStore(folder).getUsableSpace() - keepFreeBytes;
    }

    /** Removes the whole folder of this process. */
    @Override
    public void close() throws IOException {
        ScratchDirectory.deleteTree(folder);
        lockChannel.close();
        Files.deleteIfExists(lockFile);
    }

    private synchronized void giveBack(long bytes) {
        promisedBytes -= bytes;
    }

    private static long mebibytes(long bytes) {
        return bytes >> 20;
    }

    private static void removeLeftovers(Path root) throws IOException {
        try (DirectoryStream<Path> locks = Files.newDirectoryStream(root, "worker-*" + LOCK_SUFFIX)) {
            for (Path lock : locks) {
                removeIfLeft(lock);
            }
        }
    }

    private static void removeIfLeft(Path lockFile) {
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
            if (tryLock(channel) != null) {
                String name = String.valueOf(lockFile.getFileName());
                ScratchDirectory.deleteTree(
                        lockFile.resolveSibling(name.substring(0, name.length() - LOCK_SUFFIX.length())));
                Files.deleteIfExists(lockFile);
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            LOGGER.warn("leftovers of {} could not be removed", lockFile, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this very process
        }
    }
}
