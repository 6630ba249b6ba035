package io.anpip.upload.delivery;

import io.anpip.upload.media.MediaKey;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** The address {@code /media/{key}}: what players and pages of any origin may read. */
@ApplicationScoped
public class MediaRoute {

    private static final String ROOT = "/media/";
    private static final String METHODS = "GET, HEAD, OPTIONS";

    private final MediaDelivery delivery;

    public MediaRoute(MediaDelivery delivery) {
        this.delivery = delivery;
    }

    void register(@Observes Router router) {
        router.route(ROOT + "*").handler(this::handle);
    }

    private void handle(RoutingContext exchange) {
        HttpServerResponse response = exchange.response()
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "Content-Length, Content-Range, ETag");
        HttpMethod method = exchange.request().method();
        if (method == HttpMethod.OPTIONS) {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "Range, If-Range, If-None-Match")
                    .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "86400")
                    .setStatusCode(204)
                    .end();
        } else if (method == HttpMethod.GET || method == HttpMethod.HEAD) {
            key(exchange)
                    .ifPresentOrElse(
                            key -> delivery.answer(exchange, MediaRequest.of(key, exchange.request())),
                            () -> ProblemJson.send(exchange, 404, "media-not-found", "There is no such file."));
        } else {
            response.putHeader(HttpHeaders.ALLOW, METHODS);
            ProblemJson.send(exchange, 405, "method-not-allowed", "Files can be read with GET and HEAD only.");
        }
    }

    private static Optional<MediaKey> key(RoutingContext exchange) {
        // The path as it was sent, neither decoded nor normalized: only an exact match of our own layout is served.
        String path = exchange.request().path();
        return path.startsWith(ROOT) ? MediaKey.parse(path.substring(ROOT.length())) : Optional.empty();
    }
}
