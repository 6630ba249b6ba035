package io.anpip.transcode.storage;

import io.anpip.objectstore.Buckets;
import io.anpip.objectstore.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Counts the processes that have begun a task and never ended it: those that died with it.
 *
 * <p>An attempt writes a small object before it begins and removes it at its end, whatever the end. What stays is of a process that was
 * killed, by its work or by something else, or of one that is frozen. Attempts of this very process are alive and do not count: the records of
 * one task have one key, so what is delivered twice is at work in one process. No clock and no delivery count takes part. Cost: a listing, a
 * PUT and a DELETE for each attempt.
 */
@ApplicationScoped
public class BegunAttempts {

    private final ObjectStore store;
    private final Buckets buckets;
    private final String process = UUID.randomUUID().toString();

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

    /** How many other processes have begun a task and not ended it. */
    public int deaths(VideoKeys keys, String task) {
        String folder = keys.begun(task);
        return (int) store.list(buckets.work(), folder).join().stream()
                .map(object -> object.key().substring(folder.length()).split("/", 2)[0])
                .filter(other -> !other.equals(process))
                .distinct()
                .count();
    }

    /** Notes that one begins. */
    public Begun begin(VideoKeys keys, String task) {
        String key = keys.begun(task) + process + '/' + UUID.randomUUID();
        store.put(buckets.work(), key, "text/plain", task.getBytes(StandardCharsets.UTF_8))
                .join();
        return new Begun(key);
    }
}
