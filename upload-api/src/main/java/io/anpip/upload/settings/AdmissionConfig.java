package io.anpip.upload.settings;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How many videos are in work at once, and how the turns are shared between owners. */
@ConfigMapping(prefix = "anpip.admission")
public interface AdmissionConfig {

    /** Videos in work at once, over all workers: some more than there are encoders, or they wait for work. */
    @WithDefault("6")
    int inWork();

    /** Videos that may wait for their turn; with more, new uploads are answered 429. */
    @WithDefault("10000")
    int maxWaiting();

    /** How often waiting videos are looked at beside the moments when one comes or ends. */
    @WithDefault("1s")
    Duration interval();

    /** A video of which nothing was heard for so long holds no turn: what stands still must not hold up the others. */
    @WithDefault("60s")
    Duration patience();

    /** What was begun for an owner counts for so long. */
    @WithDefault("1h")
    Duration memory();

    /** A video costs at least so much, however small its file. */
    @WithDefault("1M")
    MemorySize leastCost();

    /**
     * Header that says whose an upload is. Only behind a gateway that sets it, and takes away what clients send under this name; without
     * it all uploads are one owner's.
     */
    Optional<String> ownerHeader();
}
