package io.anpip.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patiently records are tried again. */
@ConfigMapping(prefix = "anpip.messaging")
public interface MessagingConfig {

    /** How long a record is handled again and again before it is given up, while infrastructure is in the way. */
    @WithDefault("30m")
    Duration patience();

    /** How often a record is handled before it is given up, when the handler itself breaks. */
    @WithDefault("2")
    int brokenAttempts();

    /** Pause after the first attempt; it doubles up to the longest. */
    @WithDefault("200ms")
    Duration firstPause();

    /** Longest pause between two attempts. */
    @WithDefault("10s")
    Duration longestPause();
}
