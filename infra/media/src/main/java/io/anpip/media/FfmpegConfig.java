package io.anpip.media;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Which FFmpeg a worker runs. */
@ConfigMapping(prefix = "anpip.ffmpeg")
public interface FfmpegConfig {

    /** Folder that holds {@code ffmpeg} and {@code ffprobe}; the PATH when absent. */
    Optional<Path> directory();

    /** Default of {@link #memoryBytes()}. */
    long MEMORY_BYTES = 8L << 30;

    /** Writable memory of one FFmpeg; one that wants more fails, and the worker lives on. */
    @WithDefault("" + MEMORY_BYTES)
    long memoryBytes();

    /** How long the headers of a file may take to read. */
    @WithDefault("60s")
    Duration probeBudget();

    /** How long all packets of a file may take to read, once. */
    @WithDefault("15m")
    Duration scanBudget();

    /** Bytes of the longest report on a file's streams, tags and chapters. */
    @WithDefault("8388608")
    int reportBytes();
}
