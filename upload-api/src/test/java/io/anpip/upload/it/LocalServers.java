package io.anpip.upload.it;

import io.anpip.localstack.LocalStack;
import io.anpip.localstack.LocalStackSettings;
import io.anpip.messaging.TopicCreation;
import io.anpip.schemas.TopicCatalogue;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Real Kafka, PostgreSQL, Redis and S3 on this machine for the time of the tests. */
public final class LocalServers implements QuarkusTestResourceLifecycleManager {

    private @Nullable LocalStack stack;

    @Override
    public Map<String, String> start() {
        try {
            LocalStack started = LocalStack.start(settings()).stopWhenThisJvmEnds();
            stack = started;
            TopicCreation.ensure(started.addresses().kafkaBootstrap(), TopicCatalogue.load(), (short) 1);
            Map<String, String> service = new HashMap<>(started.addresses().serviceSettings());
            service.put("quarkus.http.test-port", "0");
            // Waits that people would not notice are long for tests.
            service.put("anpip.live.heartbeat", "1s");
            service.put("anpip.live.read-again", "2s");
            service.put("anpip.upload.sweep-interval", "1s");
            service.put("anpip.sweeper.interval", "1s");
            // Four chunks of 8 MiB: what is more has to wait.
            service.put("anpip.intake.memory", "32M");
            // No projector runs here: what is in work does not end by itself. AdmissionIT sets it to a few.
            service.put("anpip.admission.in-work", "100000");
            return service;
        } catch (ExecutionException unusable) {
            throw new IllegalStateException("The topics could not be created", unusable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while starting", stopped);
        }
    }

    @Override
    public void stop() {
        if (stack != null) {
            stack.stop();
        }
    }

    /** The stack as tests take hold of it; they run in another class loader than this resource. */
    static LocalStack running() {
        return LocalStack.attach(settings()).orElseThrow();
    }

    private static LocalStackSettings settings() {
        return LocalStackSettings.in(Path.of("target", "local-stack"));
    }
}
