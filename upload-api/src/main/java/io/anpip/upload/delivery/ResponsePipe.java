package io.anpip.upload.delivery;

import io.netty.buffer.Unpooled;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Carries a body from the object store to an HTTP response, a few buffers at a time.
 *
 * <p>A buffer is asked for when one was written to the socket, so a slow client holds up its own download and no
 * memory. Threading: the store calls on its threads; everything that touches the response runs on the event loop of the
 * request. A client that goes away ends the reading.
 */
final class ResponsePipe implements Subscriber<ByteBuffer> {

    /** Buffers on their way at once; the store's are about 8 to 16 KiB. */
    private static final int WINDOW = 16;

    private final HttpServerResponse response;
    private final Context context;
    private final Promise<Void> done = Promise.promise();
    private final AtomicReference<@Nullable Subscription> upstream = new AtomicReference<>();
    private long written;

    ResponsePipe(HttpServerResponse response, Context context) {
        this.response = response;
        this.context = context;
    }

    /**
     * Writes all bytes of the body and does not end the response. Called, like the future's handlers, on the event
     * loop.
     */
    Future<Void> pipe(Publisher<ByteBuffer> body) {
        response.closeHandler(gone -> stop(new ClientGone()));
        response.exceptionHandler(this::stop);
        body.subscribe(this);
        if (response.closed()) {
            stop(new ClientGone());
        }
        return done.future();
    }

    /** Bytes that were handed to the socket; to be read on the event loop. */
    long written() {
        return written;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        upstream.set(subscription);
        subscription.request(WINDOW);
    }

    @Override
    public void onNext(ByteBuffer bytes) {
        context.runOnContext(ignored -> write(bytes));
    }

    @Override
    public void onError(Throwable failure) {
        context.runOnContext(ignored -> done.tryFail(failure));
    }

    @Override
    public void onComplete() {
        context.runOnContext(ignored -> done.tryComplete());
    }

    private void write(ByteBuffer bytes) {
        if (done.future().isComplete()) {
            return;
        }
        written += bytes.remaining();
        response.write(Buffer.buffer(Unpooled.wrappedBuffer(bytes))).onComplete(outcome -> {
            if (outcome.succeeded()) {
                requestOne();
            } else {
                stop(new ClientGone());
            }
        });
    }

    private void requestOne() {
        Subscription subscription = upstream.get();
        if (subscription != null) {
            subscription.request(1);
        }
    }

    private void stop(Throwable reason) {
        Subscription subscription = upstream.getAndSet(null);
        if (subscription != null) {
            subscription.cancel();
        }
        done.tryFail(reason);
    }

    /** The client closed the connection: no trouble of ours. */
    static final class ClientGone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ClientGone() {
            super("The client closed the connection", null, false, false);
        }
    }
}
