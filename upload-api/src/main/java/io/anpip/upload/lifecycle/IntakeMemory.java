package io.anpip.upload.lifecycle;

import io.anpip.upload.session.Refusal;
import io.anpip.upload.settings.IntakeConfig;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The memory for chunks that are being received, of all uploads together. Who asks waits for a turn, first come first served; a reception
 * that waits reads nothing from its connection, so that the sender waits too.
 *
 * <p>Threading: safe; answers come back on the event loop of the caller.
 */
@ApplicationScoped
class IntakeMemory {

    private static final int SHARE_OF_HEAP = 4;

    private final IntakeConfig config;
    private final long limit;
    private final Deque<Request> waiting = new ArrayDeque<>();
    private long free;

    IntakeMemory(IntakeConfig config) {
        this.config = config;
        this.limit = config.memory()
                .map(MemorySize::asLongValue)
                .orElse(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
        this.free = limit;
    }

    private record Request(long bytes, CompletableFuture<Void> turn) {}

    /** Takes so many bytes, which the caller gives back. Fails with {@link Refusal.IntakeFull} when they do not become free in time. */
    Uni<Void> take(long bytes) {
        Request request = new Request(bounded(bytes), new CompletableFuture<>());
        request.turn().orTimeout(config.memoryPatience().toMillis(), TimeUnit.MILLISECONDS);
        synchronized (waiting) {
            waiting.add(request);
        }
        serve();
        Context caller = Vertx.currentContext();
        Uni<Void> turn = Uni.createFrom()
                .completionStage(request.turn())
                .onFailure(TimeoutException.class)
                .transform(late -> new Refusal.IntakeFull().asException());
        return caller == null ? turn : turn.emitOn(task -> caller.runOnContext(ignored -> task.run()));
    }

    /** Gives them back. */
    void giveBack(long bytes) {
        synchronized (waiting) {
            free += bounded(bytes);
        }
        serve();
    }

    /** One chunk that is larger than all of the memory is received alone. */
    private long bounded(long bytes) {
        return Math.min(bytes, limit);
    }

    private void serve() {
        Request next = taken();
        while (next != null) {
            // False when it has given up waiting meanwhile.
            if (!next.turn().complete(null)) {
                synchronized (waiting) {
                    free += next.bytes();
                }
            }
            next = taken();
        }
    }

    private @Nullable Request taken() {
        synchronized (waiting) {
            Request next = waiting.peek();
            if (next == null || next.bytes() > free) {
                return null;
            }
            waiting.remove();
            free -= next.bytes();
            return next;
        }
    }
}
