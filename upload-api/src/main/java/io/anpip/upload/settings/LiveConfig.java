package io.anpip.upload.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How clients follow videos. */
@ConfigMapping(prefix = "anpip.live")
public interface LiveConfig {

    /** How many event streams one process holds open. */
    @WithDefault("2000")
    int maxStreams();

    /** How often an open stream reads the database again, for records it may have missed. */
    @WithDefault("10s")
    Duration readAgain();

    /** How often a silent stream says that it is alive. */
    @WithDefault("15s")
    Duration heartbeat();
}
