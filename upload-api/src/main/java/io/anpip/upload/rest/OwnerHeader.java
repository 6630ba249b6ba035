package io.anpip.upload.rest;

import io.anpip.upload.settings.AdmissionConfig;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/** Reads whose a request is from the header that a trusted gateway sets; nobody's where there is none. */
@ApplicationScoped
public class OwnerHeader {

    private static final String NOBODY = "";
    private static final int LONGEST = 200;

    private final Optional<String> name;

    public OwnerHeader(AdmissionConfig config) {
        this.name = config.ownerHeader();
    }

    String in(HttpHeaders headers) {
        return owner(name.map(headers::getHeaderString));
    }

    String in(HttpServerRequest request) {
        return owner(name.map(request::getHeader));
    }

    private static String owner(Optional<String> sent) {
        return sent.map(owner -> owner.substring(0, Math.min(owner.length(), LONGEST)))
                .orElse(NOBODY);
    }
}
