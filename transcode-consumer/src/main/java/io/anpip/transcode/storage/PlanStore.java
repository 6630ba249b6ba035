package io.anpip.transcode.storage;

import io.anpip.objectstore.Buckets;
import io.anpip.objectstore.ObjectStore;
import io.anpip.objectstore.PutOutcome;
import io.anpip.schemas.EventCodec;
import io.anpip.schemas.ObjectRef;
import io.anpip.transcode.plan.EncodingPlan;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Keeps encoding plans as objects: the first plan of a generation stands. Plans never change, so the last few that were read are kept
 * in memory.
 */
@ApplicationScoped
public class PlanStore {

    private static final int KEPT = 32;

    private final ObjectStore store;
    private final Buckets buckets;
    private final LatestFew<String, EncodingPlan> known = new LatestFew<>(KEPT);

    public PlanStore(ObjectStore store, Buckets buckets) {
        this.store = store;
        this.buckets = buckets;
    }

    /** Stores a plan unless the generation has one; answers the one that stands. */
    public StoredPlan store(VideoKeys keys, EncodingPlan wanted) {
        byte[] json = EventCodec.encodeDocument(wanted);
        return switch (store.putIfAbsent(buckets.work(), keys.plan(), "application/json", json)
                .join()) {
            case PutOutcome.Written(ObjectRef object) -> new StoredPlan(wanted, object);
            case PutOutcome.AlreadyThere ignored -> {
                ObjectRef object =
                        store.head(buckets.work(), keys.plan()).join().orElseThrow();
                yield new StoredPlan(load(object), object);
            }
        };
    }

    /** The plan of a generation, if it has one. */
    public Optional<ObjectRef> find(VideoKeys keys) {
        return store.head(buckets.work(), keys.plan()).join();
    }

    /** The plan an event refers to. */
    public EncodingPlan load(ObjectRef object) {
        return known.get(
                object.key(),
                key -> store.get(object.bucket(), key)
                        .join()
                        .flatMap(json -> EventCodec.<EncodingPlan>decodeDocument(EncodingPlan.class, json))
                        .orElseThrow(() -> new IllegalStateException("The plan " + key + " can't be read")));
    }
}
