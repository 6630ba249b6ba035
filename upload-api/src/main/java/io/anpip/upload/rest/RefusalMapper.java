package io.anpip.upload.rest;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.anpip.upload.session.Refusal;
import io.anpip.upload.session.RefusedException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.CompositeException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers a refusal, and a database that is away, with a problem. */
final class RefusalMapper {

    private static final Logger LOGGER = LoggerFactory.getLogger(RefusalMapper.class);

    /** Connection exceptions, too many connections, and a server that is shutting down or starting up (PostgreSQL, appendix A). */
    private static final List<String> NOT_NOW = List.of("08", "53300", "57P01", "57P02", "57P03");

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

    /** What the database client fails with: not reached, gone meanwhile, waited too long; or several of these, one after the other. */
    @ServerExceptionMapper({
        ConnectException.class,
        ClosedConnectionException.class,
        NoStackTraceThrowable.class,
        PgException.class,
        CompositeException.class
    })
    Response database(Throwable trouble) {
        if (isAway(trouble)) {
            return RefusalProblem.of(new Refusal.DatabaseAway()).toResponse();
        }
        LOGGER.error("A request failed", trouble);
        return HttpProblem.valueOf(Response.Status.INTERNAL_SERVER_ERROR).toResponse();
    }

    /** Whether the same request may work in a moment. */
    static boolean isAway(Throwable trouble) {
        return switch (trouble) {
            case PgException refused -> NOT_NOW.stream().anyMatch(refused.getSqlState()::startsWith);
            case CompositeException several -> several.getCauses().stream().allMatch(RefusalMapper::isAway);
            case ConnectException ignored -> true;
            case ClosedConnectionException ignored -> true;
            case NoStackTraceThrowable ignored -> true;
            default -> false;
        };
    }
}
