package io.anpip.chapter;

import io.anpip.localstack.LocalStack;
import io.anpip.localstack.LocalStackSettings;
import io.anpip.localstack.bundle.BundledFfmpeg;
import io.anpip.messaging.TopicCreation;
import io.anpip.schemas.TopicCatalogue;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Real Kafka and S3 on this machine, and the bundled FFmpeg, for the time of the tests. */
public final class LocalServers implements QuarkusTestResourceLifecycleManager {

    private @Nullable LocalStack stack;

    @Override
    public Map<String, String> start() {
        try {
            LocalStackSettings settings = LocalStackSettings.in(Path.of("target", "local-stack"));
            LocalStack started = LocalStack.start(settings).stopWhenThisJvmEnds();
            stack = started;
            TopicCreation.ensure(started.addresses().kafkaBootstrap(), TopicCatalogue.load(), (short) 1);
            Map<String, String> service = new HashMap<>(started.addresses().serviceSettings());
            service.put(
                    "anpip.ffmpeg.directory",
                    BundledFfmpeg.unpack(settings.cacheDirectory()).toString());
            service.put("anpip.scratch.directory", Path.of("target", "scratch").toString());
            service.put("quarkus.http.test-port", "0");
            return service;
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
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
}
