package io.anpip.objectstore;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When a piece of work is taken for the reason that processes die. */
@ConfigMapping(prefix = "anpip.attempts")
public interface AttemptsConfig {

    /** How many processes may die in the middle of it. */
    @WithDefault("2")
    int deaths();
}
