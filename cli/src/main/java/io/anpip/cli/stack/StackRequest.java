package io.anpip.cli.stack;

import io.anpip.cli.data.DataDirectory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What somebody asks of a stack.
 *
 * @param port the API's port, if one was named
 * @param ffmpegDirectory the folder with ffmpeg, if one was named
 * @param minFreeMebibytes how much room the disk must have
 * @param patience how long a part may take to become healthy
 */
public record StackRequest(
        DataDirectory data,
        Path checkout,
        Optional<Integer> port,
        Optional<Path> ffmpegDirectory,
        long minFreeMebibytes,
        Duration patience) {
    static final int DEFAULT_PORT = 8080;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** With the usual patience. */
    public static StackRequest of(
            DataDirectory data,
            Path checkout,
            Optional<Integer> port,
            Optional<Path> ffmpegDirectory,
            long minFreeMebibytes) {
        return new StackRequest(data, checkout, port, ffmpegDirectory, minFreeMebibytes, PATIENCE);
    }
}
