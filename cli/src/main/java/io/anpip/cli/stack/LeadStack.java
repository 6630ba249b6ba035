package io.anpip.cli.stack;

import io.anpip.cli.data.StackRecord;
import io.anpip.cli.failure.CommandFailed;
import io.anpip.cli.failure.Failure.DirectoryUnusable;
import io.anpip.cli.failure.Failure.NotRunning;
import io.anpip.cli.failure.Failure.PortTaken;
import io.anpip.cli.failure.Failure.RunsOnOtherPort;
import io.anpip.cli.failure.Failure.TopicsNotCreated;
import io.anpip.cli.ffmpeg.FfmpegChoice;
import io.anpip.cli.terminal.Checklist;
import io.anpip.localstack.DataDirectoryLock;
import io.anpip.localstack.LocalStack;
import io.anpip.localstack.LocalStackSettings;
import io.anpip.localstack.StackPart;
import io.anpip.messaging.TopicCreation;
import io.anpip.schemas.TopicCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;

/**
 * A stack that this process leads: it alone starts and stops what runs on the data directory.
 *
 * <p>Idempotence: {@link #bringUp} starts what is missing and leaves alone what runs as it should; it may be called again and
 * again. Failure: what was started stays when something else fails, so that its log can be read; {@link #stop} ends all.
 */
public final class LeadStack implements AutoCloseable {
    private static final short ONE_BROKER = 1;

    private final StackRequest request;
    private final DataDirectoryLock lead;
    private final ServiceRunner services;
    private final Map<String, Deployment> deployments = new TreeMap<>();
    private volatile boolean stopping;

    private LeadStack(StackRequest request, DataDirectoryLock lead) {
        this.request = request;
        this.lead = lead;
        this.services = new ServiceRunner(request.data());
    }

    /** Takes the lead; fails with the local stack's {@code AlreadyRunning} when another process has it. */
    public static LeadStack lead(StackRequest request) {
        return new LeadStack(request, DataDirectoryLock.acquire(request.data().root()));
    }

    StackRequest request() {
        return request;
    }

    /** Starts what does not run and returns when everything is healthy. */
    public void bringUp(Checklist checklist) {
        deploy();
        Optional<StackRecord> before = StackRecord.read(request.data());
        int apiPort = apiPort(before);
        checklist.begin("FFmpeg", "");
        FfmpegChoice ffmpeg = ffmpeg(before);
        checklist.done("FFmpeg", ffmpeg.version() + ", " + ffmpeg.origin());
        LocalStack servers = startServers(checklist);
        createTopics(servers);
        StackRecord record = new StackRecord(
                apiPort, choosePorts(apiPort, before), ffmpeg.directory().toString());
        remember(record);
        Map<String, Path> jars = new TreeMap<>();
        deployments.forEach((service, deployment) -> jars.put(service, deployment.runnableJar()));
        ServiceProcesses processes = new ServiceProcesses(request.data(), java(), record, servers.addresses(), jars);
        new ServiceStart(services, processes, request.patience()).startAll(checklist);
        deployments.values().forEach(Deployment::removeOthers);
    }

    /** Whether it is being ended, so that what has died is meant to be dead. */
    boolean isStopping() {
        return stopping;
    }

    /** Ends the services, then the servers, and returns when all have ended. */
    public void stop() {
        stopping = true;
        services.stopAll();
        LocalStack.stop(request.data().root());
    }

    /** Gives up the lead; what runs goes on running. */
    @Override
    public void close() {
        lead.close();
    }

    /** Only once: what dies later is started again as it was, whatever is built meanwhile. */
    private void deploy() {
        for (Service service : ServiceCatalogue.SERVICES) {
            deployments.computeIfAbsent(
                    service.name(), _ -> Deployment.of(service, request.checkout(), request.data()));
        }
    }

    /** The port asked for; a running API keeps its own. */
    private int apiPort(Optional<StackRecord> before) {
        boolean runs = runs(ServiceCatalogue.API);
        if (runs && before.isPresent()) {
            int running = before.get().apiPort();
            if (request.port().isPresent() && request.port().get() != running) {
                throw new CommandFailed(new RunsOnOtherPort(
                        request.data().root(), running, request.port().get()));
            }
            return running;
        }
        int wanted = request.port().orElse(StackRequest.DEFAULT_PORT);
        if (!Ports.isFree(wanted)) {
            throw new CommandFailed(new PortTaken(wanted));
        }
        return wanted;
    }

    private Map<String, Integer> choosePorts(int apiPort, Optional<StackRecord> before) {
        return Ports.choose(
                apiPort, before.map(StackRecord::ports).orElse(Map.of()), this::runs, Ports::isFree, Ports::candidate);
    }

    private boolean runs(String name) {
        return StackInspection.running(request.data(), name).isPresent();
    }

    /** While services run, they keep the one they have: another would mean starting them all anew. */
    private FfmpegChoice ffmpeg(Optional<StackRecord> before) {
        boolean inUse = request.ffmpegDirectory().isEmpty()
                && ServiceCatalogue.SERVICES.stream().anyMatch(service -> runs(service.name()));
        Optional<Path> kept = before.map(record -> Path.of(record.ffmpegDirectory()))
                .filter(folder -> inUse && Files.isExecutable(folder.resolve("ffmpeg")));
        return kept.map(folder -> new FfmpegChoice(folder, "as before", folder.toString()))
                .orElseGet(() -> FfmpegChoice.choose(request.ffmpegDirectory(), LocalStackSettings.userCache()));
    }

    private LocalStack startServers(Checklist checklist) {
        for (StackPart part : StackPart.values()) {
            checklist.begin(part.processName(), "");
        }
        if (stopping) {
            throw new CommandFailed(new NotRunning(request.data().root()));
        }
        LocalStack servers =
                LocalStack.start(LocalStackSettings.in(request.data().root()));
        for (StackPart part : StackPart.values()) {
            checklist.done(part.processName(), StackInspection.addressOf(part, servers.addresses()));
        }
        return servers;
    }

    private void createTopics(LocalStack servers) {
        try {
            TopicCreation.ensure(servers.addresses().kafkaBootstrap(), TopicCatalogue.load(), ONE_BROKER);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandFailed(new TopicsNotCreated("interrupted"), interrupted);
        } catch (ExecutionException | KafkaException refused) {
            throw new CommandFailed(new TopicsNotCreated(String.valueOf(refused.getMessage())), refused);
        }
    }

    private void remember(StackRecord record) {
        try {
            record.write(request.data());
        } catch (IOException unusable) {
            throw new CommandFailed(
                    new DirectoryUnusable(request.data().root(), String.valueOf(unusable.getMessage())), unusable);
        }
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
