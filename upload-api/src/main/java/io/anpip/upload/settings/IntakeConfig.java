package io.anpip.upload.settings;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Files that are sent through this service, and what they may take of it. */
@ConfigMapping(prefix = "anpip.intake")
public interface IntakeConfig {

    /** Memory for chunks that are being received, of all uploads together; each has one or two chunks in it. A quarter of the heap if absent. */
    Optional<MemorySize> memory();

    /** How long an upload waits for memory before it is asked to come again. */
    @WithDefault("20s")
    Duration memoryPatience();

    /** A connection that brings no byte for so long is closed; what has arrived is kept. */
    @WithDefault("30s")
    Duration idle();
}
