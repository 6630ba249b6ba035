package io.anpip.upload.rest;

import io.anpip.schemas.VideoId;
import io.anpip.upload.session.Refusal;
import io.anpip.upload.session.RefusedException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An exchange whose body is a part of a file: it is not read before somebody takes it. */
final class IntakeExchange {

    private static final Logger LOGGER = LoggerFactory.getLogger(IntakeExchange.class);

    /** Eighteen digits are more than any file has bytes, and fit a long. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final RoutingContext exchange;
    private final HeldBody body;

    private IntakeExchange(RoutingContext exchange, HeldBody body) {
        this.exchange = exchange;
        this.body = body;
    }

    /** Holds the body back. Every exchange has a context of its own, which is what makes its database session safe. */
    static IntakeExchange of(RoutingContext exchange) {
        VertxContextSafetyToggle.setCurrentContextSafe(true);
        return new IntakeExchange(exchange, new HeldBody(exchange.request()));
    }

    HttpServerRequest request() {
        return exchange.request();
    }

    /** The number a header gives; empty when it is none. */
    OptionalLong number(String name) {
        String value = header(name);
        return NUMBER.matcher(value).matches() ? OptionalLong.of(Long.parseLong(value)) : OptionalLong.empty();
    }

    /** The upload in the path. Fails with {@link Refusal.NoSuchUpload} when what stands there is no id. */
    VideoId uploadId() {
        return VideoId.parse(pathParameter("id")).orElseThrow(() -> new Refusal.NoSuchUpload().asException());
    }

    /** What is sent, paused. */
    HeldBody body() {
        return body;
    }

    /** All of a body of at most so many bytes. Fails with {@link Refusal.MalformedBody} when it is longer, or does not say how long it is. */
    Uni<Buffer> wholeBody(long longest) {
        boolean isBounded =
                header("Content-Length").isEmpty() || number("Content-Length").orElse(Long.MAX_VALUE) <= longest;
        if (!isBounded || request().headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            return Uni.createFrom()
                    .failure(new Refusal.MalformedBody("a JSON object of at most " + longest + " bytes").asException());
        }
        return Uni.createFrom().emitter(emitter -> {
            Buffer all = Buffer.buffer();
            body.handler(all::appendBuffer)
                    .endHandler(end -> emitter.complete(all))
                    .exceptionHandler(emitter::fail)
                    .resume();
        });
    }

    /** A piece of the path. */
    String pathParameter(String name) {
        return String.valueOf(exchange.pathParam(name));
    }

    /** A parameter of the query; empty when it is not there. */
    String parameter(String name) {
        String value = exchange.request().getParam(name);
        return value == null ? "" : value;
    }

    HttpServerResponse response() {
        return exchange.response();
    }

    String header(String name) {
        String value = exchange.request().getHeader(name);
        return value == null ? "" : value;
    }

    /** Answers when the work is done: with what it has come to, or with its problem. */
    <T> void answer(Uni<T> work, Consumer<T> with) {
        work.subscribe().with(done -> ifOpen(() -> with.accept(done)), failure -> {
            if (!(failure instanceof RefusedException)) {
                LOGGER.warn("Bytes of an upload could not be taken: {}", failure.toString());
            }
            ifOpen(() -> refuse(failure));
        });
    }

    /** Answers without a body. What of the request was not read is read and dropped, so that the connection can be used again. */
    void end(int status) {
        body.discard();
        exchange.response().setStatusCode(status).end();
    }

    private void ifOpen(Runnable answer) {
        if (!exchange.response().closed() && !exchange.response().ended()) {
            answer.run();
        }
    }

    private void refuse(Throwable failure) {
        HttpProblem problem = RefusalProblem.of(failure);
        problem.getHeaders().forEach((name, value) -> exchange.response().putHeader(name, String.valueOf(value)));
        // What is still being sent is not read.
        exchange.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        RefusalProblem.send(exchange, problem);
    }
}
