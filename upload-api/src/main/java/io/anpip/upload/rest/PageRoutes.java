package io.anpip.upload.rest;

import io.anpip.objectstore.ObjectStoreConfig;
import io.anpip.upload.settings.WebConfig;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Addresses of the web pages, and what their scripts may do. The files are static resources. */
@ApplicationScoped
public class PageRoutes {

    private final String contentSecurityPolicy;
    private final String player;

    public PageRoutes(
            ObjectStoreConfig store,
            WebConfig web,
            @ConfigProperty(name = "anpip.public-url") Optional<URI> publicAddress) {
        String uploads = originOf(store.publicEndpoint().orElse(store.endpoint()));
        String media = publicAddress.map(PageRoutes::originOf).orElse("");
        // The player feeds the video element from blobs, and works in a worker made from one.
        this.contentSecurityPolicy = "default-src 'self'; script-src 'self'; style-src 'self'; "
                + "img-src 'self' data: blob: " + media + "; media-src 'self' blob: " + media
                + "; worker-src 'self' blob:; "
                + "connect-src 'self' " + uploads + ' ' + media
                + "; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";
        this.player = "/webjars/hls.js/" + web.hlsJsVersion() + "/dist/hls.min.js";
    }

    void register(@Observes Router router) {
        route(router, "/").handler(this::secured);
        route(router, "/index.html").handler(this::secured);
        route(router, "/watch.html").handler(this::secured);
        route(router, "/assets/*").handler(this::askFirst);
        route(router, "/watch/:id").handler(exchange -> exchange.reroute("/watch.html"));
        route(router, "/assets/hls.js").handler(exchange -> exchange.reroute(player));
    }

    private static Route route(Router router, String path) {
        return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD).order(-10);
    }

    private void secured(RoutingContext exchange) {
        exchange.response()
                .putHeader("Content-Security-Policy", contentSecurityPolicy)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "same-origin")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin");
        askFirst(exchange);
    }

    /** Pages and scripts of one version belong together, so none of them may be used from a cache without asking. */
    private void askFirst(RoutingContext exchange) {
        exchange.addHeadersEndHandler(ending -> exchange.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-cache"));
        exchange.next();
    }

    private static String originOf(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
