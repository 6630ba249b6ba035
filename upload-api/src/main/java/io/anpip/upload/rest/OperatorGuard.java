package io.anpip.upload.rest;

import io.anpip.upload.session.Refusal;
import io.anpip.upload.settings.OperatorConfig;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Lets those in who send the operator token; where there is no token there is nothing to be let into. */
@Provider
@ForOperators
public class OperatorGuard implements ContainerRequestFilter {

    private static final String BEARER = "Bearer ";

    /** Looked up at each call: filters are made before the settings of the running service are known. */
    private final Instance<OperatorConfig> config;

    public OperatorGuard(Instance<OperatorConfig> config) {
        this.config = config;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Optional<String> token = config.get().token();
        if (token.isEmpty()) {
            request.abortWith(Response.status(Response.Status.NOT_FOUND).build());
        } else if (!isRight(Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION)), token.get())) {
            request.abortWith(RefusalProblem.of(new Refusal.NotAnOperator()).toResponse());
        }
    }

    /** Takes the same time for every wrong token. */
    private static boolean isRight(Optional<String> header, String expected) {
        return MessageDigest.isEqual(
                header.orElse("").getBytes(StandardCharsets.UTF_8),
                (BEARER + expected).getBytes(StandardCharsets.UTF_8));
    }
}
