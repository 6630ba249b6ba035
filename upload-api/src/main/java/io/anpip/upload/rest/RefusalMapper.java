package io.anpip.upload.rest;

import io.anpip.upload.session.RefusedException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers a refusal with its problem. */
final class RefusalMapper {

    @ServerExceptionMapper
    Response toResponse(RefusedException refused) {
        return RefusalProblem.of(refused.refusal()).toResponse();
    }
}
