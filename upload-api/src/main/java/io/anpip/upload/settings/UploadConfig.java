package io.anpip.upload.settings;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** How uploads are cut, and where their limits are. */
@ConfigMapping(prefix = "anpip.upload")
public interface UploadConfig {

    /** Size of a chunk where the file is not too large for it; at least 5 MiB, an S3 rule. */
    @WithDefault("8M")
    MemorySize chunkSize();

    /** Names of the encoding profiles users may choose from; the transcoder must know them. */
    @WithDefault("av1,default,fast,hevc,quality")
    Set<String> profiles();

    /** Largest file that may be announced. */
    @WithDefault("256G")
    MemorySize maxFileSize();

    /** How many uploads may be open at once. */
    @WithDefault("10000")
    int maxOpen();

    /** How long an upload may stay unfinished before it is given up. */
    @WithDefault("7d")
    Duration expiresAfter();

    /** How long a presigned URL works. */
    @WithDefault("15m")
    Duration urlValidity();

    /** How often expired uploads and left-over chunks are looked for. */
    @WithDefault("1m")
    Duration sweepInterval();

    /** How long a request waits for the object store. */
    @WithDefault("15s")
    Duration storeTimeout();

    /** How often the outbox is looked at for events whose nudge was lost. */
    @WithDefault("500ms")
    Duration outboxInterval();

    /** How long the chunks of a video stay once it is READY; its source, combined of them, stays. */
    @WithDefault("24h")
    Duration chunkGrace();
}
