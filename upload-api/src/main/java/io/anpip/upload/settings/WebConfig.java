package io.anpip.upload.settings;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** How browsers meet the service. */
@ConfigMapping(prefix = "anpip.web")
public interface WebConfig {

    /** Origins whose pages may call the API; "*" for all. Pages of the service itself always may. */
    Optional<List<String>> corsOrigins();

    /** Version of the player library that is served at /assets/hls.js; set by the build. */
    String hlsJsVersion();

    /** Largest request body. Videos never pass here, so it can be small. */
    @WithDefault("64K")
    MemorySize maxBodySize();
}
