package io.anpip.transcode.storage;

import io.anpip.failpoint.FailPoint;
import io.anpip.objectstore.Buckets;
import io.anpip.objectstore.ObjectStore;
import io.anpip.objectstore.PutOutcome;
import io.anpip.schemas.EventCodec;
import io.anpip.schemas.ObjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Commits encode tasks: of several attempts at one task the first complete one stands, and a later one removes its objects. */
@ApplicationScoped
public class TaskMarkers {

    private static final int KEPT = 512;

    private final ObjectStore store;
    private final Buckets buckets;
    private final LatestFew<String, TaskMarker> known = new LatestFew<>(KEPT);

    public TaskMarkers(ObjectStore store, Buckets buckets) {
        this.store = store;
        this.buckets = buckets;
    }

    /** The marker object of a task, if some attempt has committed. */
    public Optional<ObjectRef> find(String key) {
        return store.head(buckets.work(), key).join();
    }

    /**
     * Commits an attempt, or removes its objects when another was first; answers the marker that stands. A write whose answer was lost
     * is sent again by the SDK and meets its own marker: then the attempt has won all the same.
     */
    public ObjectRef commit(String key, TaskMarker marker) {
        FailPoint.BEFORE_MARKER.reach();
        ObjectRef standing = written(key, marker);
        FailPoint.AFTER_MARKER.reach();
        return standing;
    }

    private ObjectRef written(String key, TaskMarker marker) {
        return switch (store.putIfAbsent(buckets.work(), key, "application/json", EventCodec.encodeDocument(marker))
                .join()) {
            case PutOutcome.Written(ObjectRef object) -> object;
            case PutOutcome.AlreadyThere ignored -> {
                if (!read(key).attemptPrefix().equals(marker.attemptPrefix())) {
                    store.deleteAll(buckets.work(), marker.attemptPrefix()).join();
                }
                yield find(key).orElseThrow();
            }
        };
    }

    /** What a marker says. */
    public TaskMarker load(ObjectRef marker) {
        return known.get(marker.key(), this::read);
    }

    /** The committed tasks of a generation, in the order of their names. */
    public List<TaskMarker> all(VideoKeys keys) {
        return store.list(buckets.work(), keys.markers()).join().stream()
                .map(object -> known.get(object.key(), this::read))
                .toList();
    }

    private TaskMarker read(String key) {
        return store.get(buckets.work(), key)
                .join()
                .flatMap(json -> EventCodec.<TaskMarker>decodeDocument(TaskMarker.class, json))
                .orElseThrow(() -> new IllegalStateException("The marker " + key + " can't be read"));
    }
}
