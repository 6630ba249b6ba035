package io.anpip.cli.bench;

import io.anpip.cli.api.ApiClient;
import io.anpip.cli.failure.CommandFailed;
import io.anpip.cli.failure.Failure.FileUnreadable;
import io.anpip.cli.upload.FileUpload;
import io.anpip.cli.upload.LocalFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** By how much upload-api grows while a large file passes it by. */
final class UploadMemory {
    private static final long TWO_GIBIBYTES = 2L << 30;
    private static final Duration SAMPLE = Duration.ofMillis(100);

    private UploadMemory() {}

    /** Uploads 2 GiB of nothing, gives the upload up again, and answers the largest growth in bytes. */
    static long growth(ApiClient api, FileUpload upload, Path folder, long apiPid) {
        Path file = folder.resolve("two-gibibytes.mp4");
        makeFolder(folder);
        try (RandomAccessFile empty = new RandomAccessFile(file.toFile(), "rw")) {
            // A file with a hole: it takes no room on the disk, yet every byte of it is read and sent.
            empty.setLength(TWO_GIBIBYTES);
            long before = ResidentMemory.of(apiPid);
            AtomicLong most = new AtomicLong(before);
            Thread watch = Thread.ofVirtual().start(() -> watch(apiPid, most));
            String uploadId = upload.store(LocalFile.at(file), Optional.empty(), Optional.empty());
            watch.interrupt();
            api.abortUpload(uploadId);
            return most.get() - before;
        } catch (IOException failed) {
            throw new CommandFailed(new FileUnreadable(file, String.valueOf(failed.getMessage())), failed);
        } finally {
            delete(file);
        }
    }

    private static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new CommandFailed(new FileUnreadable(folder, String.valueOf(failed.getMessage())), failed);
        }
    }

    private static void watch(long pid, AtomicLong most) {
        try {
            while (true) {
                most.accumulateAndGet(ResidentMemory.of(pid), Math::max);
                Thread.sleep(SAMPLE);
            }
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stillThere) {
            // It takes no room.
        }
    }
}
