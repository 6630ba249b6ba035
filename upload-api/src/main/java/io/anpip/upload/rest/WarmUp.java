package io.anpip.upload.rest;

import io.anpip.schemas.VideoId;
import io.anpip.upload.session.ChunkPlan;
import io.anpip.upload.storage.ChunkStorage;
import io.quarkus.vertx.http.HttpServerStart;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks this service once what clients ask it, right after the start: connections are made and classes loaded, so that
 * the first client need not wait for it and memory hardly grows afterwards. Nothing changes by it, and whatever fails
 * here is tried again by a client.
 */
@ApplicationScoped
public class WarmUp {

    private static final Logger LOGGER = LoggerFactory.getLogger(WarmUp.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String ANY_ADDRESS = "0.0.0.0";

    /** No upload has this id: ours carry their time. */
    private static final VideoId NOBODY = VideoId.of("00000000-0000-0000-0000-000000000000");

    private static final String UPLOAD = "/v1/uploads/" + NOBODY;
    private static final ChunkPlan TINY = new ChunkPlan(1, 1, 1);

    private final Vertx vertx;
    private final ChunkStorage storage;

    public WarmUp(Vertx vertx, ChunkStorage storage) {
        this.vertx = vertx;
        this.storage = storage;
    }

    void run(@ObservesAsync HttpServerStart started) {
        if (started.options().isSsl()) {
            return;
        }
        String host = started.options().getHost();
        Caller self = new Caller(
                vertx.createHttpClient(),
                ANY_ADDRESS.equals(host) ? "127.0.0.1" : host,
                started.options().getPort());
        List<Uni<Integer>> calls = List.of(
                self.call(HttpMethod.POST, "/v1/uploads", "{}"),
                self.call(HttpMethod.GET, "/v1/videos?limit=1", ""),
                self.call(HttpMethod.GET, UPLOAD, ""),
                self.call(HttpMethod.POST, UPLOAD + "/chunks/1/url", "{}"),
                self.call(HttpMethod.POST, UPLOAD + "/chunks/1", ""),
                self.call(HttpMethod.POST, UPLOAD + "/finalize", ""),
                self.call(HttpMethod.DELETE, UPLOAD, ""),
                storage.find(NOBODY, 1).map(found -> 0),
                storage.list(NOBODY).map(List::size),
                Uni.createFrom()
                        .item(() -> storage.presign(NOBODY, TINY, 1, Optional.empty()))
                        .map(signed -> 0));
        Uni<Integer> chain = Uni.createFrom().item(0);
        for (Uni<Integer> call : calls) {
            chain = chain.chain(() -> tolerant(call));
        }
        chain.eventually(self.client()::close)
                .subscribe()
                .with(done -> LOGGER.debug("Warm"), trouble -> LOGGER.debug("Not warm", trouble));
    }

    private static Uni<Integer> tolerant(Uni<Integer> call) {
        return call.ifNoItem().after(PATIENCE).fail().onFailure().recoverWithItem(0);
    }

    /** Calls this service over its own port. */
    private record Caller(HttpClient client, String host, int port) {

        Uni<Integer> call(HttpMethod method, String path, String json) {
            return Uni.createFrom()
                    .deferred(() -> client.request(method, port, host, path))
                    .chain(request -> json.isEmpty()
                            ? request.send()
                            : request.putHeader("Content-Type", "application/json")
                                    .send(Buffer.buffer(json)))
                    .chain(response -> response.body().map(Buffer::length));
        }
    }
}
