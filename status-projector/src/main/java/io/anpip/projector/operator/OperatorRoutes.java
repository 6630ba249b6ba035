package io.anpip.projector.operator;

import io.anpip.projector.rebuild.ProjectionRebuild;
import io.anpip.projector.rebuild.RebuildMode;
import io.anpip.schemas.EventCodec;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * The HTTP edge for operators: begins a rebuild of the projection and tells how far it is.
 *
 * <p>Without {@code anpip.operator.token} every answer is 404, with another token 401. Nothing here waits.
 */
@ApplicationScoped
public class OperatorRoutes {

    private static final String REBUILD = "/operator/projection/rebuild";

    private final OperatorToken token;
    private final ProjectionRebuild rebuild;

    OperatorRoutes(OperatorToken token, ProjectionRebuild rebuild) {
        this.token = token;
        this.rebuild = rebuild;
    }

    void add(@Observes Router router) {
        router.route(REBUILD).handler(this::guard);
        router.get(REBUILD).handler(request -> answer(request, 200));
        router.post(REBUILD).handler(this::begin);
    }

    private void guard(RoutingContext request) {
        if (!token.isSet()) {
            request.response().setStatusCode(404).end();
        } else if (token.isIn(request.request().getHeader("Authorization"))) {
            request.next();
        } else {
            request.response()
                    .setStatusCode(401)
                    .putHeader("WWW-Authenticate", "Bearer")
                    .end();
        }
    }

    private void begin(RoutingContext request) {
        boolean begun = rebuild.begin(modeOf(request));
        answer(request, begun ? 202 : 409);
    }

    private static RebuildMode modeOf(RoutingContext request) {
        if (request.queryParam("compareOnly").contains("true")) {
            return RebuildMode.COMPARE_ONLY;
        }
        return request.queryParam("force").contains("true")
                ? RebuildMode.SWAP_ANYWAY
                : RebuildMode.SWAP_UNLESS_DIFFERENT;
    }

    private void answer(RoutingContext request, int status) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(Buffer.buffer(EventCodec.encodeDocument(rebuild.progress())));
    }
}
