package io.anpip.upload.rest;

import io.anpip.schemas.EventCodec;
import io.anpip.schemas.VideoDocument;
import io.anpip.upload.live.DocumentStream;
import io.anpip.upload.live.VideoChange;
import io.anpip.upload.session.RefusedException;
import io.anpip.upload.video.AbsoluteLinks;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Live updates of one video as server-sent events, at {@code /v1/videos/{id}/events}.
 *
 * <p>A plain route and no REST resource, because a stream must be able to begin as a problem (no such video) and to
 * carry headers of its own, which server-sent events of the REST layer can't. A client that reads slowly holds up its
 * own stream alone.
 */
@ApplicationScoped
public class VideoEventRoute {

    private static final Logger LOGGER = LoggerFactory.getLogger(VideoEventRoute.class);
    private static final Pattern SEQUENCE = Pattern.compile("[0-9]{1,18}");
    private static final String RETRY = "retry:2000\n\n";

    private final DocumentStream stream;
    private final PublicAddress address;

    public VideoEventRoute(DocumentStream stream, PublicAddress address) {
        this.stream = stream;
        this.address = address;
    }

    void register(@Observes Router router) {
        router.get("/v1/videos/:id/events").order(-5).handler(this::follow);
    }

    private void follow(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        AbsoluteLinks links = address.linksFor(PublicAddress.usedBy(request));
        OptionalLong lastSeen = sequence(Optional.ofNullable(request.getHeader("Last-Event-ID")));
        Uni.createFrom()
                .item(() -> VideoResource.video(exchange.pathParam("id")))
                .chain(stream::begin)
                .subscribe()
                .with(
                        first -> write(exchange, stream.follow(first, lastSeen), links),
                        failure -> refuse(exchange, failure));
    }

    private static void write(RoutingContext exchange, Multi<VideoChange> changes, AbsoluteLinks links) {
        HttpServerResponse response = exchange.response()
                .setChunked(true)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream;charset=utf-8")
                // Neither this server nor a proxy may hold events back.
                .putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache, no-transform")
                .putHeader("X-Accel-Buffering", "no");
        response.write(RETRY);
        Cancellable following = changes.onItem()
                .transformToUniAndConcatenate(change -> Uni.createFrom()
                        .completionStage(
                                () -> response.write(text(change, links)).toCompletionStage()))
                .subscribe()
                .with(written -> {}, broken -> response.reset(), response::end);
        response.closeHandler(gone -> following.cancel());
        if (response.closed()) {
            following.cancel();
        }
    }

    /** A change as the lines of an event. */
    static String text(VideoChange change, AbsoluteLinks links) {
        return switch (change) {
            case VideoChange.Changed(VideoDocument document) ->
                "event:video\nid:" + document.sequence() + "\ndata:"
                        + new String(EventCodec.encodeDocument(links.in(document)), StandardCharsets.UTF_8) + "\n\n";
            case VideoChange.Removed ignored -> "event:removed\ndata:{}\n\n";
            case VideoChange.StillThere ignored -> ":still there\n\n";
        };
    }

    private static void refuse(RoutingContext exchange, Throwable failure) {
        if (!(failure instanceof RefusedException)) {
            LOGGER.warn("A video can't be followed: {}", failure.toString());
        }
        RefusalProblem.send(exchange, RefusalProblem.of(failure));
    }

    private static OptionalLong sequence(Optional<String> lastEventId) {
        return lastEventId
                .filter(sent -> SEQUENCE.matcher(sent).matches())
                .map(sent -> OptionalLong.of(Long.parseLong(sent)))
                .orElse(OptionalLong.empty());
    }
}
