package io.anpip.upload.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the cache of upload sessions is used. */
@ConfigMapping(prefix = "anpip.cache")
public interface CacheConfig {

    /** How long Redis may take to answer before PostgreSQL is asked. */
    @WithDefault("250ms")
    Duration timeout();

    /** How long Redis is left alone after it did not answer. */
    @WithDefault("2s")
    Duration pauseAfterFailure();

    /** How long a session stays cached; it also bounds how long a state that could not be replaced lives on. */
    @WithDefault("10m")
    Duration ttl();
}
