package io.anpip.localstack;

import io.anpip.localstack.failure.LocalStackException;
import io.anpip.localstack.failure.LocalStackFailure.AlreadyRunning;
import io.anpip.localstack.failure.LocalStackFailure.DirectoryUnusable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Makes sure that one process at a time leads a data directory.
 *
 * <p>The operating system holds the lock for the process and drops it when the process ends, however it ends; the child processes
 * do not inherit it. Not reentrant.
 */
public final class DataDirectoryLock implements AutoCloseable {
    private static final String LEADER = "leader.lock";
    private static final String STARTER = "start.lock";
    private static final Duration POLL = Duration.ofMillis(50);

    /**
     * What this JVM holds. POSIX drops a process's lock as soon as it closes any channel to the file, so a file that is held here
     * must not even be opened again.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private DataDirectoryLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes the lead of the directory, or fails with {@link AlreadyRunning}, which names who has it. */
    public static DataDirectoryLock acquire(Path dataDirectory) {
        Path file = dataDirectory.toAbsolutePath().normalize().resolve(LEADER);
        return tryLock(file)
                .orElseThrow(() -> new LocalStackException(new AlreadyRunning(dataDirectory, writtenPid(file))));
    }

    /** The pid of the process that leads the directory now. */
    public static Optional<Long> holder(Path dataDirectory) {
        Path file = dataDirectory.toAbsolutePath().normalize().resolve(LEADER);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        Optional<DataDirectoryLock> taken = tryLock(file);
        taken.ifPresent(DataDirectoryLock::close);
        return taken.isPresent() ? Optional.empty() : Optional.of(writtenPid(file));
    }

    /** Held only while the stack is started or stopped, by whichever process does it; waits for its turn. */
    static DataDirectoryLock whileStarting(Path dataDirectory, Duration patience) {
        Path file = dataDirectory.toAbsolutePath().normalize().resolve(STARTER);
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<DataDirectoryLock> lock = tryLock(file);
            if (lock.isPresent()) {
                return lock.get();
            }
            if (System.nanoTime() > deadline) {
                throw new LocalStackException(new AlreadyRunning(dataDirectory, writtenPid(file)));
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            // The lock ends with the process at the latest.
        } finally {
            HELD_HERE.remove(file);
        }
    }

    private static Optional<DataDirectoryLock> tryLock(Path file) {
        if (!HELD_HERE.add(file)) {
            return Optional.empty();
        }
        Optional<DataDirectoryLock> lock = Optional.empty();
        try {
            lock = lockByOperatingSystem(file);
            return lock;
        } catch (IOException unusable) {
            throw new LocalStackException(new DirectoryUnusable(file, String.valueOf(unusable.getMessage())), unusable);
        } finally {
            if (lock.isEmpty()) {
                HELD_HERE.remove(file);
            }
        }
    }

    private static Optional<DataDirectoryLock> lockByOperatingSystem(Path file) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        Optional<FileLock> lock = Optional.ofNullable(channel.tryLock());
        if (lock.isEmpty()) {
            channel.close();
            return Optional.empty();
        }
        channel.truncate(0);
        channel.write(StandardCharsets.US_ASCII.encode(
                Long.toString(ProcessHandle.current().pid())));
        return Optional.of(new DataDirectoryLock(file, channel));
    }

    private static long writtenPid(Path file) {
        if (HELD_HERE.contains(file)) {
            return ProcessHandle.current().pid();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate(32);
            channel.read(bytes);
            return Long.parseLong(
                    StandardCharsets.US_ASCII.decode(bytes.flip()).toString().strip());
        } catch (IOException | NumberFormatException notYetWritten) {
            return 0;
        }
    }
}
