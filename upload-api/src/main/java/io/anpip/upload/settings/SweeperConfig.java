package io.anpip.upload.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When work that stands still is begun again, and when it is given up. */
@ConfigMapping(prefix = "anpip.sweeper")
public interface SweeperConfig {

    /** Off: lost work stays lost. Only for proving what the sweeper is for. */
    @WithDefault("true")
    boolean enabled();

    /** How often standing work is looked for. */
    @WithDefault("15s")
    Duration interval();

    /** Every video may be silent for so long. */
    @WithDefault("5m")
    Duration base();

    /** And for so many times the length of the media that is in work, its own included. */
    @WithDefault("2")
    double factor();

    /** What a video whose length is not known yet is taken to have, bytes for each second. */
    @WithDefault("250000")
    long assumedBytesPerSecond();

    /** How often work is begun again before the video fails. */
    @WithDefault("3")
    int reissues();
}
