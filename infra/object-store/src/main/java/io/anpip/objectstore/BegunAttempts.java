package io.anpip.objectstore;

import io.anpip.schemas.Failure;
import io.anpip.schemas.FailureKind;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * Counts the processes that have begun a piece of work and never ended it: those that died with it.
 *
 * <p>An attempt writes a small object before it begins and removes it at its end, whatever the end. What stays is of a process that was
 * killed, by its work or by something else, or of one that is frozen. Attempts of this very process are alive and do not count: the records of
 * one piece of work have one key, so what is delivered twice is at work in one process. No clock and no delivery count takes part. Cost: a
 * listing, a PUT and a DELETE for each attempt.
 */
@Singleton
public class BegunAttempts {

    private final ObjectStore store;
    private final Buckets buckets;
    private final AttemptsConfig config;
    private final String process = UUID.randomUUID().toString();

    public BegunAttempts(ObjectStore store, Buckets buckets, AttemptsConfig config) {
        this.store = store;
        this.buckets = buckets;
        this.config = config;
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

    /**
     * How many other processes have begun and not ended.
     *
     * @param folder of the work bucket, for this piece of work alone
     */
    public int deaths(String folder) {
        return (int) store.list(buckets.work(), folder).join().stream()
                .map(object -> object.key().substring(folder.length()).split("/", 2)[0])
                .filter(other -> !other.equals(process))
                .distinct()
                .count();
    }

    /** Why this piece of work is not begun again, if so many have died with it that it is taken for the reason. */
    public Optional<Failure> verdict(String folder) {
        int deaths = deaths(folder);
        return deaths < config.deaths()
                ? Optional.empty()
                : Optional.of(new Failure(
                        FailureKind.SUSPECT,
                        "The program that worked on this video died in the middle of it, " + deaths
                                + " times; once the reason is found it can be processed again."));
    }

    /** Notes that one begins. */
    public Begun begin(String folder) {
        String key = folder + process + '/' + UUID.randomUUID();
        store.put(buckets.work(), key, "text/plain", folder.getBytes(StandardCharsets.UTF_8))
                .join();
        return new Begun(key);
    }
}
