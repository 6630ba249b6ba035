package io.anpip.upload.rest;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.anpip.upload.session.Refusal;
import io.anpip.upload.session.RefusedException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers a refusal, and a database that is away, with a problem. */
final class RefusalMapper {

    @ServerExceptionMapper
    Response refused(RefusedException refused) {
        return RefusalProblem.of(refused.refusal()).toResponse();
    }

    /** A body that is JSON of another shape, e.g. a number where a list belongs. */
    @ServerExceptionMapper
    Response unfitting(MismatchedInputException mismatch) {
        String where = mismatch.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        return RefusalProblem.of(new Refusal.MalformedBody(
                        where.isEmpty() ? "a JSON object" : "JSON as it is documented; '" + where + "' does not fit"))
                .toResponse();
    }

    /** More requests wait for the database than may: the service is well and has too much to do. */
    @ServerExceptionMapper
    Response tooBusy(ConnectionPoolTooBusyException full) {
        return RefusalProblem.of(new Refusal.TooManyRequests()).toResponse();
    }

    /** What the database client fails with: not reached, gone meanwhile, waited too long. */
    @ServerExceptionMapper({ConnectException.class, ClosedConnectionException.class, NoStackTraceThrowable.class})
    Response databaseAway() {
        return RefusalProblem.of(new Refusal.DatabaseAway()).toResponse();
    }
}
