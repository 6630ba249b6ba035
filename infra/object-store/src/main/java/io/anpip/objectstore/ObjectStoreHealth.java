package io.anpip.objectstore;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the store answers and honours conditional PUTs; the latter is tried once, at the first check that gets an answer. */
@Readiness
@ApplicationScoped
public class ObjectStoreHealth implements HealthCheck {

    private final ObjectStore store;
    private final Buckets buckets;
    private volatile boolean conditionalPutHolds;

    public ObjectStoreHealth(ObjectStore store, Buckets buckets, ObjectStoreConfig config) {
        this.store = store;
        this.buckets = buckets;
        this.conditionalPutHolds = !config.probe();
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("object-store");
        try {
            if (!conditionalPutHolds) {
                conditionalPutHolds =
                        ConditionalPutProbe.holds(store, buckets.work()).get(5, TimeUnit.SECONDS);
                if (!conditionalPutHolds) {
                    return response.down()
                            .withData(
                                    "reason",
                                    "The store ignores If-None-Match on PUT; Anpip needs a store that honours it")
                            .build();
                }
            }
            store.head(buckets.work(), "probe/reachable").get(5, TimeUnit.SECONDS);
            return response.up().build();
        } catch (ExecutionException | TimeoutException unreachable) {
            return response.down()
                    .withData("reason", "The object store does not answer; see anpip.s3.endpoint")
                    .build();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return response.down().build();
        }
    }
}
