package io.anpip.upload.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long requests queue for the database. */
@ConfigMapping(prefix = "anpip.database")
public interface DatabaseConfig {

    /** How many requests may wait for a connection; the next one is answered 429. */
    @WithDefault("1000")
    int maxWaiting();

    /** How long a request waits for a connection before it is answered 503. */
    @WithDefault("5s")
    Duration patience();
}
