package io.anpip.transcode.storage;

import io.anpip.objectstore.Buckets;
import io.anpip.objectstore.ObjectStore;
import io.anpip.objectstore.PutOutcome;
import io.anpip.schemas.EventCodec;
import io.anpip.schemas.ObjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Settles which seek pictures a stream has; what is written first stands. */
@ApplicationScoped
public class ImageMarkers {

    private final ObjectStore store;
    private final Buckets buckets;

    public ImageMarkers(ObjectStore store, Buckets buckets) {
        this.store = store;
        this.buckets = buckets;
    }

    /** What is settled, if it is. */
    public Optional<ImageMarker> find(VideoKeys keys) {
        return store.get(buckets.work(), keys.imageMarker())
                .join()
                .map(json -> EventCodec.<ImageMarker>decodeDocument(ImageMarker.class, json)
                        .orElseThrow(() ->
                                new IllegalStateException("The marker " + keys.imageMarker() + " can't be read")));
    }

    /** Settles it, unless it is; answers the object of the marker. */
    public ObjectRef commit(VideoKeys keys, ImageMarker marker) {
        return switch (store.putIfAbsent(
                        buckets.work(), keys.imageMarker(), "application/json", EventCodec.encodeDocument(marker))
                .join()) {
            case PutOutcome.Written(ObjectRef object) -> object;
            case PutOutcome.AlreadyThere ignored -> object(keys);
        };
    }

    /** The object of a marker that is there. */
    public ObjectRef object(VideoKeys keys) {
        return store.head(buckets.work(), keys.imageMarker()).join().orElseThrow();
    }
}
