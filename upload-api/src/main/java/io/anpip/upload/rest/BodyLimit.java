package io.anpip.upload.rest;

import io.anpip.upload.delivery.ProblemJson;
import io.anpip.upload.settings.WebConfig;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Refuses large bodies with a sentence before any of them is read; a body without a length is bounded by the server
 * itself.
 */
@ApplicationScoped
public class BodyLimit {

    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    private final long limit;

    public BodyLimit(WebConfig config) {
        this.limit = config.maxBodySize().asLongValue();
    }

    void register(@Observes Router router) {
        // Before the server's own check, which answers without a body.
        router.route("/v1/*").order(Integer.MIN_VALUE).handler(this::check);
    }

    private void check(RoutingContext exchange) {
        boolean tooLarge = Optional.ofNullable(exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH))
                .filter(length -> LENGTH.matcher(length).matches())
                .filter(length -> Long.parseLong(length) > limit)
                .isPresent();
        if (tooLarge) {
            exchange.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            ProblemJson.send(
                    exchange,
                    413,
                    "body-too-large",
                    "A request body may have at most " + limit
                            + " bytes. Videos are not sent here: ask for a chunk's URL and put" + " the chunk there.");
        } else {
            exchange.next();
        }
    }
}
