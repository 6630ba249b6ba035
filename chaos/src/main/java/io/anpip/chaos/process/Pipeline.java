package io.anpip.chaos.process;

import io.anpip.chaos.proxy.StoreProxy;
import io.anpip.chaos.proxy.TcpProxy;
import io.anpip.localstack.LocalStack;
import io.anpip.localstack.LocalStackAddresses;
import io.anpip.localstack.LocalStackSettings;
import io.anpip.localstack.StackPart;
import io.anpip.localstack.bundle.BundledFfmpeg;
import io.anpip.localstack.process.ProcessIdentity;
import io.anpip.messaging.TopicCreation;
import io.anpip.schemas.TopicCatalogue;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/**
 * The whole pipeline as processes: four servers, the services, and the proxies they reach PostgreSQL and the store through; the first
 * worker reaches Kafka through one as well.
 *
 * <p>Failure: {@link #close} ends every process that was started, whatever state it is in.
 */
public final class Pipeline implements AutoCloseable {

    private static final List<String> SMALL_JVM = List.of(
            "-XX:+UseSerialGC",
            "-Xms16m",
            "-Xmx192m",
            "-XX:MaxDirectMemorySize=64m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private static final String WORKER = "worker-";
    private static final String FIRST_WORKER = WORKER + 1;

    private final PipelineOptions options;
    private final LocalStackSettings stackSettings;
    private final LocalStack stack;
    private final TcpProxy database;
    private final TcpProxy kafkaOfOne;
    private final StoreProxy store;
    private final Path ffmpeg;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ServiceProcess api;
    private final ServiceProcess projector;
    private final ServiceProcess thumbnails;
    private final ServiceProcess chapters;
    private final List<ServiceProcess> workers = new ArrayList<>();

    private Pipeline(PipelineOptions options) throws IOException, ExecutionException, InterruptedException {
        this.options = options;
        Files.createDirectories(options.data());
        int detour = freePort();
        this.kafkaOfOne = new TcpProxy(detour);
        this.stackSettings = LocalStackSettings.in(options.data().resolve("servers"))
                .withKafkaDetour(new LocalStackSettings.KafkaDetour(detour, kafkaOfOne.port()));
        this.stack = LocalStack.start(stackSettings);
        TopicCreation.ensure(stack.addresses().kafkaBootstrap(), TopicCatalogue.load(), (short) 1);
        this.database = new TcpProxy(stack.addresses().postgres().port());
        this.store = new StoreProxy(stack.addresses().s3().endpoint().getPort());
        this.ffmpeg = BundledFfmpeg.unpack(LocalStackSettings.userCache());
        this.api = service("upload-api", "upload-api");
        this.projector = service("status-projector", "status-projector");
        this.thumbnails = service("thumbnail-consumer", "thumbnail-consumer");
        this.chapters = service("chapter-consumer", "chapter-consumer");
        for (int number = 1; number <= options.workers(); number++) {
            workers.add(service("transcode-consumer", WORKER + number));
        }
    }

    /** Starts all and returns when all are ready. */
    public static Pipeline start(PipelineOptions options) {
        try {
            Pipeline pipeline = new Pipeline(options);
            // However the harness ends, nothing it has started lives on.
            Runtime.getRuntime().addShutdownHook(new Thread(pipeline::close, "pipeline-close"));
            try {
                for (ServiceProcess service : pipeline.services()) {
                    service.awaitReady();
                }
                return pipeline;
            } catch (RuntimeException | InterruptedException failed) {
                pipeline.close();
                throw failed;
            }
        } catch (IOException | ExecutionException failed) {
            throw new IllegalStateException("The pipeline could not be started: " + failed.getMessage(), failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while starting", stopping);
        }
    }

    public LocalStackAddresses servers() {
        return stack.addresses();
    }

    public TcpProxy database() {
        return database;
    }

    /** The way to Kafka of the first worker alone. */
    public TcpProxy kafkaOfFirstWorker() {
        return kafkaOfOne;
    }

    public StoreProxy store() {
        return store;
    }

    /** The folder that holds ffmpeg and ffprobe. */
    public Path ffmpeg() {
        return ffmpeg;
    }

    public Path data() {
        return options.data();
    }

    public URI apiAddress() {
        return URI.create("http://127.0.0.1:" + api.port());
    }

    public ServiceProcess api() {
        return api;
    }

    public ServiceProcess projector() {
        return projector;
    }

    public ServiceProcess thumbnails() {
        return thumbnails;
    }

    /** The transcode workers. */
    public List<ServiceProcess> workers() {
        return List.copyOf(workers);
    }

    /** All services. */
    public List<ServiceProcess> services() {
        return Stream.concat(Stream.of(api, projector, thumbnails, chapters), workers.stream())
                .toList();
    }

    /** The worker that has FFmpeg at work now, if one has. */
    public Optional<ServiceProcess> busyWorker() {
        return workers.stream().filter(worker -> !worker.encoders().isEmpty()).findFirst();
    }

    /** SIGKILL to a server. */
    public void kill(StackPart part) {
        running(part).ifPresent(process -> {
            List<ProcessHandle> children = process.descendants().toList();
            process.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
            process.onExit().join();
        });
    }

    /** SIGSTOP to a server; who freezes it kills it or thaws it. */
    public void freeze(StackPart part) throws IOException {
        Optional<ProcessHandle> process = running(part);
        if (process.isPresent()) {
            ServiceProcess.signal(process.get(), "STOP");
        }
    }

    private Optional<ProcessHandle> running(StackPart part) {
        return stack.process(part).running().map(ProcessIdentity::pid).flatMap(ProcessHandle::of);
    }

    /** Starts the servers that do not run. */
    public void startServers() {
        LocalStack.start(stackSettings);
    }

    /** Brings back everything: servers, services, fair weather. */
    public void heal() throws IOException, InterruptedException {
        database.weather(TcpProxy.Weather.FAIR);
        kafkaOfOne.weather(TcpProxy.Weather.FAIR);
        store.rule(call -> new io.anpip.chaos.proxy.StoreFault.None());
        startServers();
        for (ServiceProcess service : services()) {
            if (service.isAlive()) {
                service.signal("CONT");
            } else {
                service.restart();
            }
        }
        for (ServiceProcess service : services()) {
            service.awaitReady();
        }
    }

    @Override
    public void close() {
        for (ServiceProcess service : services()) {
            service.kill();
        }
        LocalStack.stop(stackSettings.dataDirectory());
        try {
            database.close();
            kafkaOfOne.close();
            store.close();
        } catch (IOException closedAlready) {
            // What was wanted.
        }
    }

    private ServiceProcess service(String module, String name) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL_JVM);
        command.add("-jar");
        command.add(options.checkout()
                .resolve(module)
                .resolve("target/quarkus-app/quarkus-run.jar")
                .toString());
        Path logs = Files.createDirectories(options.data().resolve("logs"));
        return new ServiceProcess(name, command, environment(name, port), port, logs.resolve(name + ".log"), http);
    }

    private Map<String, String> environment(String name, int port) {
        Map<String, String> settings = new HashMap<>(stack.addresses().serviceSettings());
        settings.put("anpip.s3.endpoint", "http://127.0.0.1:" + store.port());
        String direct = ":" + stack.addresses().postgres().port() + "/";
        settings.replaceAll((key, value) ->
                key.startsWith("quarkus.datasource") ? value.replace(direct, ":" + database.port() + "/") : value);
        Map<String, String> environment = new HashMap<>();
        settings.forEach((key, value) ->
                environment.put(key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT), value));
        if (name.equals(FIRST_WORKER)) {
            environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + kafkaOfOne.port());
        }
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("ANPIP_FFMPEG_DIRECTORY", ffmpeg.toString());
        environment.put(
                "ANPIP_SCRATCH_DIRECTORY",
                options.data().resolve("scratch").resolve(name).toString());
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.putAll(options.environment());
        return environment;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
