package io.anpip.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A pipeline on a data directory of its own, started and asked through the launcher. */
final class Pipeline implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static @Nullable Pipeline shared;

    private final Path data;
    private final int port;
    private final Map<String, String> environment;

    private Pipeline(Path data, int port, Map<String, String> environment) {
        this.data = data;
        this.port = port;
        this.environment = environment;
    }

    /** The one that tests share that leave it as it is, with files to save of every video; it ends with the test run. */
    static synchronized Pipeline shared() {
        if (shared == null) {
            Pipeline started = start(
                    "shared",
                    Map.of(
                            "ANPIP_TRANSCODE_DOWNLOADS_VIDEO", "true",
                            "ANPIP_TRANSCODE_DOWNLOADS_AUDIO", "true",
                            // Pages of other sites upload too.
                            "ANPIP_WEB_CORS_ORIGINS", "*"));
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            shared = started;
        }
        return shared;
    }

    /** One of a test's own, with more settings for its services. */
    static Pipeline start(String name, Map<String, String> environment) {
        try {
            Path folder = Checkout.root().resolve("end-to-end/target/pipelines");
            Files.createDirectories(folder);
            Pipeline pipeline = new Pipeline(Files.createTempDirectory(folder, name), freePort(), environment);
            pipeline.up();
            return pipeline;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts what does not run. */
    void up() {
        anpip(START_LIMIT, "up", "--detach", "--port", Integer.toString(port)).output();
    }

    ProgramRun anpip(Duration limit, String... arguments) {
        Map<String, String> all = new java.util.HashMap<>(environment);
        all.put("ANPIP_HOME", data.toString());
        all.put("ANPIP_PORT", Integer.toString(port));
        return ProgramRun.of(Checkout.anpip(List.of(arguments)), all, limit);
    }

    JsonNode status() {
        try {
            return JSON.readTree(
                    anpip(Duration.ofSeconds(30), "status", "--json").stdout());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ApiUser user() {
        return new ApiUser(URI.create("http://127.0.0.1:" + port));
    }

    Path data() {
        return data;
    }

    /** The process ids of all parts, servers and services. */
    List<ProcessHandle> processes() {
        List<ProcessHandle> processes = new ArrayList<>();
        for (JsonNode part : status().path("parts")) {
            ProcessHandle.of(part.path("pid").asLong()).ifPresent(processes::add);
        }
        return processes;
    }

    Optional<ProcessHandle> process(String part) {
        for (JsonNode candidate : status().path("parts")) {
            if (candidate.path("name").asText().equals(part)) {
                return ProcessHandle.of(candidate.path("pid").asLong());
            }
        }
        return Optional.empty();
    }

    /** Ends every process of the pipeline at once, as a machine does that loses its power. */
    void killEverything() {
        List<ProcessHandle> all = processes().stream()
                .flatMap(process -> Stream.concat(process.descendants(), Stream.of(process)))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }

    @Override
    public void close() {
        anpip(Duration.ofMinutes(1), "down");
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
