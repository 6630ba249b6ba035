package io.anpip.objectstore;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Tries whether the store honours {@code If-None-Match: *}: of two conditional PUTs of one key the second must be refused. Some S3
 * look-alikes ignore the header, and then two workers could both believe they were first.
 */
public final class ConditionalPutProbe {

    private ConditionalPutProbe() {}

    /** True when the store keeps the first of two conditional writers. */
    public static CompletableFuture<Boolean> holds(ObjectStore store, String bucket) {
        String key = "probe/conditional-put-" + UUID.randomUUID();
        byte[] body = "probe".getBytes(StandardCharsets.UTF_8);
        return store.putIfAbsent(bucket, key, "text/plain", body)
                .thenCompose(first -> store.putIfAbsent(bucket, key, "text/plain", body)
                        .thenCompose(second -> store.delete(bucket, key)
                                .thenApply(deleted -> first instanceof PutOutcome.Written
                                        && second instanceof PutOutcome.AlreadyThere)));
    }
}
