package io.anpip.projector.webhook;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientRequest;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Makes one attempt to deliver a message over HTTP.
 *
 * <p>Failure: none; whatever goes wrong is the attempt's outcome.
 */
@ApplicationScoped
public class WebhookSender {

    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);
    private static final Duration BODY_PATIENCE = Duration.ofSeconds(2);

    private final HttpClient client;
    private final Duration timeout;
    private final AddressRule rule;
    private final Clock clock;

    WebhookSender(Vertx vertx, WebhookConfig config) {
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setConnectTimeout((int) CONNECT_PATIENCE.toMillis())
                // Receivers are not part of our traces.
                .setTracingPolicy(TracingPolicy.IGNORE));
        this.timeout = config.timeout();
        this.rule = config.allowPrivateAddresses() ? AddressRule.ANY : AddressRule.PUBLIC_ONLY;
        this.clock = Clock.systemUTC();
    }

    /** Tries once. */
    Uni<DeliveryOutcome> send(WebhookEndpoint endpoint, Delivery delivery) {
        return address(endpoint)
                .chain(address -> request(endpoint, address))
                .chain(request -> post(request, endpoint, delivery))
                .ifNoItem()
                .after(timeout)
                .fail()
                .onFailure()
                .recoverWithItem(trouble -> new DeliveryOutcome.NotDelivered(sentence(trouble), Optional.empty()));
    }

    /** Resolves the name and refuses it if any of its addresses is out of bounds. */
    private Uni<InetAddress> address(WebhookEndpoint endpoint) {
        return Uni.createFrom()
                .item(Unchecked.supplier(() -> {
                    InetAddress[] addresses =
                            InetAddress.getAllByName(endpoint.url().getHost());
                    if (!Arrays.stream(addresses).allMatch(rule::allows)) {
                        throw new ForbiddenAddress();
                    }
                    return addresses[0];
                }))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Uni<HttpClientRequest> request(WebhookEndpoint endpoint, InetAddress address) {
        return client.request(new RequestOptions()
                .setMethod(HttpMethod.POST)
                // The address that was checked; the name stays for the Host header and the certificate.
                .setServer(SocketAddress.inetSocketAddress(endpoint.port(), address.getHostAddress()))
                .setHost(endpoint.url().getHost())
                .setPort(endpoint.port())
                .setSsl(endpoint.secure())
                .setURI(endpoint.requestUri())
                .setFollowRedirects(false)
                .setTimeout(timeout.toMillis()));
    }

    private Uni<DeliveryOutcome> post(HttpClientRequest request, WebhookEndpoint endpoint, Delivery delivery) {
        Instant now = clock.instant();
        return request.putHeader("content-type", "application/json")
                .putHeader("user-agent", "Anpip-Webhooks/1")
                .putHeader("webhook-id", delivery.messageId())
                .putHeader("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .putHeader("webhook-signature", endpoint.sign(delivery.messageId(), now, delivery.body()))
                .send(delivery.body())
                .chain(this::outcome)
                .onTermination()
                .invoke(() -> request.reset());
    }

    private Uni<DeliveryOutcome> outcome(HttpClientResponse response) {
        Optional<Duration> retryAfter = Optional.ofNullable(response.getHeader("retry-after"))
                .flatMap(header -> RetryAfter.parse(header, clock.instant()));
        DeliveryOutcome outcome = DeliveryOutcome.answered(response.statusCode(), retryAfter);
        // What the body says is of no interest, but a receiver may take a cut connection for a failure.
        return response.end()
                .ifNoItem()
                .after(BODY_PATIENCE)
                .fail()
                .onFailure()
                .recoverWithNull()
                .replaceWith(outcome);
    }

    private String sentence(Throwable trouble) {
        return switch (trouble) {
            case ForbiddenAddress ignored ->
                "The endpoint's name leads to an address that is not public; see anpip.webhooks.allow-private-addresses";
            case UnknownHostException ignored -> "The endpoint's name is unknown";
            case TimeoutException ignored -> "The endpoint did not answer within " + timeout.toSeconds() + " s";
            default -> "The endpoint could not be reached: " + trouble.getMessage();
        };
    }

    /** The name leads where webhooks must not go. */
    private static final class ForbiddenAddress extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
