package io.anpip.projector.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is told by webhook, and how patiently. */
@ConfigMapping(prefix = "anpip.webhooks")
public interface WebhookConfig {

    /** The endpoints by name. */
    Map<String, Endpoint> endpoints();

    /** Delay before each attempt; their number is the number of attempts. */
    @WithDefault("0s,5s,5m,30m,2h,5h,10h,14h,20h,24h")
    List<Duration> schedule();

    /** Up to this share of a delay is added at random, so that endpoints are not all met at once after an outage. */
    @WithDefault("0.1")
    double jitter();

    /** How long an endpoint may take to answer. */
    @WithDefault("15s")
    Duration timeout();

    /** How many deliveries to one endpoint are on their way at once in this process. */
    @WithDefault("4")
    int concurrency();

    /** How often the queue is looked at for deliveries that have become due. */
    @WithDefault("2s")
    Duration pollInterval();

    /** Whether endpoints may be on this machine or in a private network. */
    @WithDefault("false")
    boolean allowPrivateAddresses();

    /** One endpoint. */
    interface Endpoint {

        /** Where messages are posted. */
        URI url();

        /** What they are signed with: {@code whsec_} and base64 of at least 24 bytes; never logged. */
        String secret();

        /** The secret before, for as long as the receiver may still check by it. */
        Optional<String> previousSecret();

        /** Which of {@code video.playable}, {@code video.ready}, {@code video.failed} it wants; all when absent. */
        Optional<Set<String>> events();
    }
}
