package io.anpip.transcode.storage;

import io.anpip.objectstore.Buckets;
import io.anpip.objectstore.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Counts the attempts at a task that have begun and never ended: those whose process died.
 *
 * <p>An attempt writes a small object before it begins and removes it at its end, whatever the end. What stays is of a process that was
 * killed, by its work or by something else, or of one that is frozen. No clock and no delivery count takes part. Cost: a listing, a PUT and a
 * DELETE for each attempt.
 */
@ApplicationScoped
public class BegunAttempts {

    private final ObjectStore store;
    private final Buckets buckets;

    public BegunAttempts(ObjectStore store, Buckets buckets) {
        this.store = store;
        this.buckets = buckets;
    }

    /** An attempt under way; close it at its end. */
    public final class Begun implements AutoCloseable {
        private final String key;

        private Begun(String key) {
            this.key = key;
        }

        @Override
        public void close() {
            store.delete(buckets.work(), key).join();
        }
    }

    /** How many attempts at a task have begun and not ended. */
    public int count(VideoKeys keys, String task) {
        return store.list(buckets.work(), keys.begun(task)).join().size();
    }

    /** Notes that one begins. */
    public Begun begin(VideoKeys keys, String task) {
        String key = keys.begun(task) + UUID.randomUUID();
        store.put(buckets.work(), key, "text/plain", task.getBytes(StandardCharsets.UTF_8))
                .join();
        return new Begun(key);
    }
}
