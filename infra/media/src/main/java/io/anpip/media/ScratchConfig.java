package io.anpip.media;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Where a worker may write while it works. */
@ConfigMapping(prefix = "anpip.scratch")
public interface ScratchConfig {

    /** Where tasks have their scratch directories; a folder of the system's temporary directory when absent. */
    Optional<Path> directory();

    /** Bytes of the scratch disk that are never promised to a task. */
    @WithDefault("268435456")
    long keepFreeBytes();
}
