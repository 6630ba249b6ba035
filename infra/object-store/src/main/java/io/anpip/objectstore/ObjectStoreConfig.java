package io.anpip.objectstore;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where the object store is and how long to wait for it. */
@ConfigMapping(prefix = "anpip.s3")
public interface ObjectStoreConfig {

    /** Address the services use. */
    URI endpoint();

    /** Address clients use for presigned URLs; the services' own when absent. */
    Optional<URI> publicEndpoint();

    /** Region that is signed. */
    @WithDefault("us-east-1")
    String region();

    /** Access key id. */
    String accessKey();

    /** Secret key; never logged. */
    String secretKey();

    /** What the names of the three buckets begin with. */
    @WithDefault("anpip-")
    String bucketPrefix();

    /** How long one attempt of a call may take. */
    @WithDefault("30s")
    Duration attemptTimeout();

    /** How long a call with all its attempts may take. */
    @WithDefault("2m")
    Duration callTimeout();

    /** Connections kept to the store by this process; calls beyond it wait in a queue of 10,000. */
    @WithDefault("64")
    int maxConnections();

    /** Off: a store that does not honour conditional PUTs is taken all the same. Only for proving what the probe is for. */
    @WithDefault("true")
    boolean probe();
}
