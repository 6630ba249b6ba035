package io.anpip.chaos.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One service of the pipeline as a process, started, killed and started again.
 *
 * <p>Threading: one thread at a time.
 */
public final class ServiceProcess {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final String ENCODER = "libx264";

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final int port;
    private final Path log;
    private final HttpClient http;
    private Process process;

    ServiceProcess(
            String name, List<String> command, Map<String, String> environment, int port, Path log, HttpClient http)
            throws IOException {
        this.name = name;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.port = port;
        this.log = log;
        this.http = http;
        this.process = launch(Map.of());
    }

    public String name() {
        return name;
    }

    public int port() {
        return port;
    }

    public Path log() {
        return log;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The FFmpeg processes it has at work on encodes; not those that only look into a file. */
    public List<ProcessHandle> encoders() {
        return process.descendants()
                .filter(child -> child.info()
                        .arguments()
                        .map(arguments -> List.of(arguments).contains(ENCODER))
                        .orElse(false))
                .toList();
    }

    /**
     * What it encodes now, each as what FFmpeg was called with but for places: the same for the same task in any worker and attempt.
     */
    public Set<List<String>> encodes() {
        return encoders().stream()
                .flatMap(encoder -> encoder.info().arguments().stream())
                .map(arguments -> Stream.of(arguments)
                        .filter(argument -> !argument.contains("/"))
                        .toList())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** SIGKILL, to it and to its children, as when a machine dies. */
    public void kill() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
    }

    /** SIGTERM, and waits for the end; kills after the limit. True if it ended by itself. */
    public boolean terminate(Duration limit) {
        process.destroy();
        try {
            if (process.waitFor(limit)) {
                return true;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        kill();
        return false;
    }

    /** Sends a signal by name, e.g. {@code STOP}. */
    public void signal(String signal) throws IOException {
        signal(process.toHandle(), signal);
    }

    /** Sends a signal to any process of ours. */
    public static void signal(ProcessHandle to, String signal) throws IOException {
        try {
            new ProcessBuilder("/bin/kill", "-" + signal, Long.toString(to.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts it again as it was. */
    public void restart() throws IOException {
        restart(Map.of());
    }

    /** Starts it again with more in its environment, e.g. fail points. */
    public void restart(Map<String, String> more) throws IOException {
        if (process.isAlive()) {
            kill();
        }
        process = launch(more);
    }

    /** Waits until it is ready. */
    public void awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException(name + " did not become ready; see " + log);
            }
            Thread.sleep(POLL);
        }
    }

    /** Waits until it has ended, as a fail point makes it. False when it lives on. */
    public boolean awaitEnd(Duration limit) throws InterruptedException {
        return process.waitFor(limit);
    }

    public boolean isReady() {
        return answers("/q/health/ready");
    }

    public boolean isLive() {
        return answers("/q/health/live");
    }

    private boolean answers(String path) {
        try {
            return http.send(
                                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                            .timeout(Duration.ofSeconds(10))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Process launch(Map<String, String> more) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        builder.environment().putAll(more);
        return builder.start();
    }
}
