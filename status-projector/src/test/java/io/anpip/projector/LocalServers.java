package io.anpip.projector;

import io.anpip.localstack.LocalStack;
import io.anpip.localstack.LocalStackSettings;
import io.anpip.messaging.TopicCreation;
import io.anpip.schemas.TopicCatalogue;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/** Real Kafka, PostgreSQL and S3 for the tests, and three webhook endpoints whose receivers the tests run. */
public class LocalServers implements QuarkusTestResourceLifecycleManager {

    public static final List<String> ENDPOINTS = List.of("steady", "stumbling", "closed");

    private Optional<LocalStack> stack = Optional.empty();
    private Optional<Path> directory = Optional.empty();

    @Override
    public Map<String, String> start() {
        try {
            Path data = Files.createTempDirectory("anpip-projector");
            directory = Optional.of(data);
            LocalStack started = LocalStack.start(LocalStackSettings.in(data)).stopWhenThisJvmEnds();
            stack = Optional.of(started);
            TopicCreation.ensure(started.addresses().kafkaBootstrap(), TopicCatalogue.load(), (short) 1);
            Map<String, String> settings = new HashMap<>(started.addresses().serviceSettings());
            settings.put("test.data", data.toString());
            for (String endpoint : ENDPOINTS) {
                String prefix = "anpip.webhooks.endpoints.\"" + endpoint + "\".";
                settings.put(prefix + "url", "http://localhost:" + freePort() + "/hooks?from=anpip");
                settings.put(prefix + "secret", WebhookReceiver.SECRET);
            }
            return settings;
        } catch (IOException noDirectory) {
            throw new UncheckedIOException(noDirectory);
        } catch (InterruptedException | ExecutionException noTopics) {
            throw new IllegalStateException("The topics could not be created", noTopics);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void stop() {
        stack.ifPresent(LocalStack::stop);
        directory.ifPresent(LocalServers::remove);
    }

    private static void remove(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
