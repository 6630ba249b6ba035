package io.anpip.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** A second process of the transcode service that has the encoder's role alone, as an operator would add one. */
final class EncoderProcess implements AutoCloseable {

    private final Process process;
    private final Path log;

    private EncoderProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts it with the settings of the pipeline's own transcode service, on a port of its own. */
    static EncoderProcess start(Pipeline pipeline) {
        try {
            long original = pipeline.process("transcode-consumer").orElseThrow().pid();
            Map<String, String> environment = new HashMap<>(environmentOf(original));
            environment.put("QUARKUS_HTTP_PORT", Integer.toString(Pipeline.freePort()));
            environment.put("ANPIP_TRANSCODE_ROLES_ASSEMBLER", "false");
            environment.put("ANPIP_TRANSCODE_ROLES_PLANNER", "false");
            environment.put("ANPIP_TRANSCODE_ROLES_PACKAGER", "false");
            environment.put("QUARKUS_LOG_CATEGORY__IO_SMALLRYE_REACTIVE_MESSAGING__LEVEL", "INFO");
            Path log = pipeline.data().resolve("second-encoder.log");
            ProcessBuilder builder = new ProcessBuilder(
                            Checkout.java(),
                            "-Xmx256m",
                            "-jar",
                            Checkout.service("transcode-consumer").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            return new EncoderProcess(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the group has given it partitions of the work queue. */
    void awaitPartitions() {
        Awaitility.await("the second encoder is up")
                .atMost(Duration.ofMinutes(1))
                .until(() -> Files.readString(log).contains("Installed features"));
    }

    /** Waits until it has FFmpeg at work: then it has taken a chunk. */
    void awaitFfmpeg() {
        Awaitility.await("the second encoder encodes")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> process.descendants().findAny().isPresent());
    }

    /** Ends it without a word, FFmpeg with it. */
    void kill() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    /** The environment a process was started with, from Linux's {@code /proc}. */
    private static Map<String, String> environmentOf(long pid) throws IOException {
        Map<String, String> environment = new HashMap<>();
        String all = Files.readString(Path.of("/proc/" + pid + "/environ"), StandardCharsets.UTF_8);
        for (String entry : all.split("\0")) {
            int equals = entry.indexOf('=');
            if (equals > 0) {
                environment.put(entry.substring(0, equals), entry.substring(equals + 1));
            }
        }
        return environment;
    }
}
