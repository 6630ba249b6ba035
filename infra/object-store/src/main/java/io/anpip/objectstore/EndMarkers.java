package io.anpip.objectstore;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.failedFuture;

import com.fasterxml.jackson.databind.JsonNode;
import io.anpip.schemas.EventCodec;
import io.anpip.schemas.EventType;
import io.anpip.schemas.VideoEvent;
import io.anpip.schemas.VideoId;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Writes and reads the markers that end a piece of work: each is the event that says how it ended, written once.
 *
 * <p>A marker is {@code {"type": <CloudEvents type>, "event": {...}}} in the work bucket. Idempotence: committing the same event again
 * is ours again, also when the store took the first write but its answer was lost. Ordering: write every object the event names before
 * committing it. Failure: what the object store could not do.
 */
@Singleton
public class EndMarkers {

    private static final String JSON = "application/json";

    private final ObjectStore store;
    private final String bucket;

    public EndMarkers(ObjectStore store, Buckets buckets) {
        this.store = store;
        this.bucket = buckets.work();
    }

    /** Ends the work under this key with this event, unless it has ended already. */
    public CompletableFuture<Ended> commit(String key, VideoEvent end) {
        return store.putIfAbsent(bucket, key, JSON, encode(end)).thenCompose(outcome -> switch (outcome) {
            case PutOutcome.Written ignored -> completedFuture(new Ended.Ours(end));
            case PutOutcome.AlreadyThere ignored ->
                find(key)
                        .thenCompose(first -> first.map(event -> completedFuture(compare(end, event)))
                                // Removed between the two calls, with its video: the next delivery finds the tombstone.
                                .orElseGet(() ->
                                        failedFuture(new IllegalStateException("The marker " + key + " has gone"))));
        });
    }

    /** How the work under this key has ended, if it has. */
    public CompletableFuture<Optional<VideoEvent>> find(String key) {
        return store.get(bucket, key)
                .thenApply(found -> found.map(bytes -> decode(bytes)
                        .orElseThrow(
                                () -> new IllegalStateException("The marker " + key + " does not hold an event"))));
    }

    /** Whether the video was deleted: then nothing is to be written for it any more. */
    public CompletableFuture<Boolean> isDeleted(VideoId videoId) {
        return store.head(bucket, tombstoneKey(videoId)).thenApply(Optional::isPresent);
    }

    /** Where the work bucket says that a video was deleted. */
    public static String tombstoneKey(VideoId videoId) {
        return "videos/" + videoId + "/deleted.json";
    }

    String bucket() {
        return bucket;
    }

    static byte[] encode(VideoEvent event) {
        var marker = EventCodec.mapper().createObjectNode();
        marker.put("type", EventType.of(event).type());
        marker.set("event", EventCodec.mapper().valueToTree(event));
        return EventCodec.encodeDocument(marker);
    }

    static Optional<VideoEvent> decode(byte[] marker) {
        return EventCodec.decodeDocument(JsonNode.class, marker)
                .flatMap(node ->
                        EventCodec.decode(node.path("type").asText(), EventCodec.encodeDocument(node.path("event"))));
    }

    // A put whose answer was lost is sent again by the SDK and meets its own marker: that is still ours. The event
    // names the objects
    // of the attempt, so only the attempt that wrote it can have an equal one.
    static Ended compare(VideoEvent ours, VideoEvent first) {
        return ours.equals(first) ? new Ended.Ours(first) : new Ended.Theirs(first);
    }
}
