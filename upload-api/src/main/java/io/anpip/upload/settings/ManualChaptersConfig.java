package io.anpip.upload.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is asked of chapters that a user writes. */
@ConfigMapping(prefix = "anpip.manual-chapters")
public interface ManualChaptersConfig {

    /** Most chapters of a video. */
    @WithDefault("500")
    int most();

    /** Least time between the starts of two chapters. */
    @WithDefault("1s")
    Duration shortest();
}
