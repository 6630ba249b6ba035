package io.anpip.upload.rest;

import io.anpip.upload.video.AbsoluteLinks;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The address clients reach this service at: a setting, else the one they used. */
@ApplicationScoped
public class PublicAddress {

    private final Optional<URI> setting;

    public PublicAddress(@ConfigProperty(name = "anpip.public-url") Optional<URI> setting) {
        this.setting = setting;
    }

    /** The address a request was sent to. */
    static URI usedBy(HttpServerRequest request) {
        return URI.create(request.scheme() + "://" + request.authority());
    }

    /** The address of something of this service, for the answer to a request. */
    String of(String path, HttpServerRequest request) {
        return insteadOf(usedBy(request)).resolve(path).toString();
    }

    /** The address for the answer to a request that was sent to this one. */
    public URI insteadOf(URI used) {
        return setting.orElse(used);
    }

    /** Links for the answer to a request that was sent to this address. */
    public AbsoluteLinks linksFor(URI used) {
        return AbsoluteLinks.below(insteadOf(used));
    }
}
