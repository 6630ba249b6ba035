package io.anpip.transcode.janitor;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How leftovers are removed. */
@ConfigMapping(prefix = "anpip.janitor")
public interface JanitorConfig {

    /** Off: this process leaves leftovers to others, or to nobody. */
    @WithDefault("true")
    boolean enabled();

    /** How often the buckets are gone through. */
    @WithDefault("1h")
    Duration interval();

    /** Younger objects are left alone: their attempt may be alive, even if it can't win any more. */
    @WithDefault("6h")
    Duration grace();

    /** On: what would be removed is logged and counted, and stays. */
    @WithDefault("false")
    boolean dryRun();

    /** Most objects removed in one round; the next one goes on. */
    @WithDefault("100000")
    int mostObjects();
}
