package io.anpip.upload.rest;

import io.anpip.upload.settings.WebConfig;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;

/**
 * Lets pages of chosen origins call the API. Others get no permission, which is what makes their browser refuse;
 * requests that are none of a foreign page pass untouched.
 */
@ApplicationScoped
public class CrossOrigin {

    private static final String EXPOSED = "Location, Link, ETag, Retry-After, Range, Upload-Offset, Upload-Length,"
            + " Upload-Metadata, Upload-Expires, Upload-Concat, Upload-Defer-Length, Tus-Resumable, Tus-Version, Tus-Extension, Tus-Max-Size,"
            + " Tus-Checksum-Algorithm";
    private static final String ALLOWED = "Content-Type, If-None-Match, Last-Event-ID, Content-Range,"
            + " X-Upload-Content-Length, X-Upload-Content-Type, Upload-Offset, Upload-Length, Upload-Metadata,"
            + " Upload-Checksum, Upload-Concat, Upload-Defer-Length, Tus-Resumable,"
            + " X-HTTP-Method-Override, X-Request-ID, X-Requested-With,"
            + " Authorization, Uppy-Versions, Uppy-Auth-Token, Uppy-Credentials-Params";

    private final Set<String> origins;

    public CrossOrigin(WebConfig config) {
        this.origins = config.corsOrigins().map(Set::copyOf).orElse(Set.of());
    }

    void register(@Observes Router router) {
        if (!origins.isEmpty()) {
            router.route("/v1/*").order(-20).handler(this::handle);
            // Before the routes that take bytes, which come before everything else.
            router.route("/resumable*").order(Integer.MIN_VALUE).handler(this::handle);
            router.route("/tus*").order(Integer.MIN_VALUE).handler(this::handle);
            router.route("/s3/*").order(Integer.MIN_VALUE).handler(this::handle);
        }
    }

    private void handle(RoutingContext exchange) {
        Optional<String> allowed = Optional.ofNullable(exchange.request().getHeader(HttpHeaders.ORIGIN))
                .filter(origin -> origins.contains("*") || origins.contains(origin));
        exchange.response().putHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        allowed.ifPresent(origin -> exchange.response()
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                .putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED));
        boolean preflight = exchange.request().method() == HttpMethod.OPTIONS
                && exchange.request().headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
        if (!preflight) {
            exchange.next();
            return;
        }
        allowed.ifPresent(origin -> exchange.response()
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, POST, PUT, PATCH, DELETE")
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, ALLOWED)
                .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "86400"));
        exchange.response().setStatusCode(204).end();
    }
}
