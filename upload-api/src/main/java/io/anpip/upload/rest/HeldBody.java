package io.anpip.upload.rest;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request, held back from the beginning until somebody takes it. Of a connection that is closed meanwhile the server hands out at
 * once what it had read, paused or not; that is kept here, and comes before the news that the connection is gone.
 *
 * <p>Threading: on the event loop of the request. What is held is no more than the server reads ahead.
 */
final class HeldBody implements ReadStream<Buffer> {

    private final HttpServerRequest request;
    private final Deque<Buffer> held = new ArrayDeque<>();
    private Optional<Handler<Buffer>> handler = Optional.empty();
    private Optional<Handler<Void>> atEnd = Optional.empty();
    private Optional<Handler<Throwable>> atCut = Optional.empty();
    private Optional<Throwable> cut = Optional.empty();
    private boolean ended;
    private boolean told;
    private boolean flowing;

    HeldBody(HttpServerRequest request) {
        this.request = request;
        request.handler(this::arrived);
        request.endHandler(end -> {
            ended = true;
            deliver();
        });
        request.exceptionHandler(trouble -> {
            cut = Optional.of(trouble);
            deliver();
        });
        request.pause();
    }

    /** Lets the rest go by. */
    void discard() {
        handler(ignored -> {});
        resume();
    }

    @Override
    public HeldBody handler(@Nullable Handler<Buffer> next) {
        handler = Optional.ofNullable(next);
        return this;
    }

    @Override
    public HeldBody endHandler(@Nullable Handler<Void> next) {
        atEnd = Optional.ofNullable(next);
        return this;
    }

    @Override
    public HeldBody exceptionHandler(@Nullable Handler<Throwable> next) {
        atCut = Optional.ofNullable(next);
        return this;
    }

    @Override
    public HeldBody pause() {
        flowing = false;
        request.pause();
        return this;
    }

    @Override
    public HeldBody resume() {
        flowing = true;
        deliver();
        if (flowing) {
            request.resume();
        }
        return this;
    }

    @Override
    public HeldBody fetch(long amount) {
        return resume();
    }

    private void arrived(Buffer piece) {
        held.add(piece);
        deliver();
    }

    private void deliver() {
        while (flowing && !held.isEmpty()) {
            Buffer piece = held.remove();
            handler.ifPresent(next -> next.handle(piece));
        }
        if (flowing && !told && (ended || cut.isPresent())) {
            told = true;
            if (ended) {
                atEnd.ifPresent(next -> next.handle(null));
            } else {
                atCut.ifPresent(next -> next.handle(cut.orElseThrow()));
            }
        }
    }
}
