package io.anpip.upload.delivery;

import io.anpip.objectstore.Buckets;
import io.anpip.objectstore.ObjectBody;
import io.anpip.objectstore.ObjectStore;
import io.anpip.upload.media.ByteRange;
import io.anpip.upload.media.CacheRule;
import io.anpip.upload.media.MediaKey;
import io.anpip.upload.media.MediaType;
import io.anpip.upload.media.SavedName;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers players with objects of the media bucket: whole, in ranges, as headers alone, or "you have it".
 *
 * <p>Failure: a connection to the store that breaks in the middle, say because the client is slower than the store's
 * patience, is taken up again where it broke; objects never change, so the bytes fit.
 */
@ApplicationScoped
public class MediaDelivery {

    private static final Logger LOGGER = LoggerFactory.getLogger(MediaDelivery.class);

    /** How often a body is taken up again without a byte having come. */
    private static final int FRUITLESS_TRIES = 3;

    private final ObjectStore store;
    private final Buckets buckets;

    public MediaDelivery(ObjectStore store, Buckets buckets) {
        this.store = store;
        this.buckets = buckets;
    }

    /** Answers one request. */
    void answer(RoutingContext exchange, MediaRequest request) {
        Context context = Vertx.currentContext();
        (request.needsFactsFirst() ? withFacts(exchange, request, context) : whole(exchange, request.key(), context))
                .onFailure(trouble -> broken(exchange, request.key(), trouble));
    }

    private Future<Void> withFacts(RoutingContext exchange, MediaRequest request, Context context) {
        String key = request.key().value();
        return Future.fromCompletionStage(store.head(buckets.media(), key), context)
                .compose(found -> {
                    if (found.isEmpty()) {
                        return notFound(exchange);
                    }
                    String etag = '"' + found.get().etag() + '"';
                    long size = found.get().sizeBytes();
                    HttpServerResponse response = headers(exchange, request.key(), etag);
                    if (request.isFresh(etag)) {
                        return response.setStatusCode(304).end();
                    }
                    return switch (request.wanted(etag, size)) {
                        case ByteRange.Unsatisfiable ignored -> {
                            response.putHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
                            yield ProblemJson.send(
                                    exchange,
                                    416,
                                    "range-not-satisfiable",
                                    "The file has " + size + " bytes; the range asked for lies beyond them.");
                        }
                        case ByteRange.Whole ignored -> {
                            if (!request.isHead()) {
                                yield whole(exchange, request.key(), context);
                            }
                            response.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(size));
                            yield response.end();
                        }
                        case ByteRange.Slice slice -> {
                            response.setStatusCode(206)
                                    .putHeader(HttpHeaders.CONTENT_RANGE, slice.contentRange(size))
                                    .putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(slice.length()));
                            identity(response);
                            yield request.isHead()
                                    ? response.end()
                                    : stream(response, request.key(), slice, etag, context);
                        }
                    };
                });
    }

    private Future<Void> whole(RoutingContext exchange, MediaKey key, Context context) {
        return Future.fromCompletionStage(store.open(buckets.media(), key.value(), Optional.empty()), context)
                .compose(found -> {
                    if (found.isEmpty()) {
                        return notFound(exchange);
                    }
                    ObjectBody body = found.get();
                    HttpServerResponse response = headers(exchange, key, body.etag());
                    response.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(body.contentLength()));
                    ByteRange.Slice all = new ByteRange.Slice(0, body.contentLength() - 1);
                    return pour(response, key, body, all, context, FRUITLESS_TRIES);
                });
    }

    private Future<Void> stream(
            HttpServerResponse response, MediaKey key, ByteRange.Slice slice, String etag, Context context) {
        return open(key, slice, etag, context)
                .compose(body -> pour(response, key, body, slice, context, FRUITLESS_TRIES));
    }

    private Future<ObjectBody> open(MediaKey key, ByteRange.Slice slice, String etag, Context context) {
        return Future.fromCompletionStage(
                        store.open(buckets.media(), key.value(), Optional.of(slice.header())), context)
                .map(found -> found.filter(body -> body.etag().equals(etag))
                        .orElseThrow(() -> new IllegalStateException("The object changed while it was read")));
    }

    private Future<Void> pour(
            HttpServerResponse response,
            MediaKey key,
            ObjectBody body,
            ByteRange.Slice slice,
            Context context,
            int triesLeft) {
        ResponsePipe pipe = new ResponsePipe(response, context);
        return pipe.pipe(body.bytes()).compose(done -> response.end(), broke -> {
            ByteRange.Slice rest = new ByteRange.Slice(slice.first() + pipe.written(), slice.last());
            int tries = pipe.written() > 0 ? FRUITLESS_TRIES : triesLeft - 1;
            if (broke instanceof ResponsePipe.ClientGone || tries == 0 || rest.length() <= 0) {
                return Future.failedFuture(broke);
            }
            LOGGER.debug("Taking up {} again at byte {}: {}", key.value(), rest.first(), broke.toString());
            return open(key, rest, body.etag(), context)
                    .compose(again -> pour(response, key, again, rest, context, tries));
        });
    }

    private static HttpServerResponse headers(RoutingContext exchange, MediaKey key, String etag) {
        MediaType type = key.type();
        HttpServerResponse response = exchange.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, type.mimeType())
                .putHeader(HttpHeaders.ETAG, etag)
                .putHeader(HttpHeaders.ACCEPT_RANGES, "bytes")
                .putHeader(HttpHeaders.CACHE_CONTROL, CacheRule.of(key));
        if (key.isDownload()) {
            Optional<String> name = Optional.ofNullable(exchange.request().getParam("name"));
            response.putHeader(HttpHeaders.CONTENT_DISPOSITION, SavedName.disposition(name, type));
        }
        if (type.isText()) {
            // The server compresses what is not said to be identical already.
            response.headers().remove(HttpHeaders.CONTENT_ENCODING);
            response.putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        } else {
            identity(response);
        }
        return response;
    }

    private static void identity(HttpServerResponse response) {
        response.putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
    }

    private static Future<Void> notFound(RoutingContext exchange) {
        return ProblemJson.send(exchange, 404, "media-not-found", "There is no such file.");
    }

    private static void broken(RoutingContext exchange, MediaKey key, Throwable trouble) {
        if (trouble instanceof ResponsePipe.ClientGone) {
            return;
        }
        LOGGER.warn("Delivery of {} broke off: {}", key.value(), trouble.toString());
        if (exchange.response().headWritten()) {
            // Too late for a status: a connection that closes early is what tells the client.
            exchange.request().connection().close();
        } else {
            ProblemJson.send(exchange, 503, "store-away", "The object store does not answer. Try again in a moment.");
        }
    }
}
