package io.anpip.media;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Which FFmpeg a worker runs. */
@ConfigMapping(prefix = "anpip.ffmpeg")
public interface FfmpegConfig {

    /** Folder that holds {@code ffmpeg} and {@code ffprobe}; the PATH when absent. */
    Optional<Path> directory();
}
