package io.anpip.localstack;

import io.anpip.localstack.failure.LocalStackException;
import io.anpip.localstack.failure.LocalStackFailure.DirectoryUnusable;
import io.anpip.localstack.failure.LocalStackFailure.DiskFull;
import io.anpip.localstack.process.LocalProcess;
import io.anpip.localstack.process.ProcessDirectory;
import io.anpip.localstack.process.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Kafka, PostgreSQL, Redis and an S3 server in child processes over one data directory.
 *
 * <p><b>Life.</b> The servers outlive the JVM that starts them, unless {@link #stopWhenThisJvmEnds} is called. Another JVM takes
 * hold of them by {@link #start}, which starts what is missing, or by {@link #attach}, which starts nothing.
 *
 * <p><b>Failure.</b> Whatever goes wrong is a {@link LocalStackException} with a typed failure; what the failed call itself had
 * started is stopped again, what ran before goes on.
 *
 * <p><b>Threading.</b> Several threads and JVMs may start and stop the same directory; they take turns.
 */
public final class LocalStack implements AutoCloseable {
    /** How the operating system words ENOSPC; Java has no type for it. */
    private static final String NO_SPACE = "No space left";

    private final LocalStackSettings settings;
    private final LocalStackAddresses addresses;
    private final Map<StackPart, ServerDefinition> servers;
    private final Set<StackPart> started;

    LocalStack(
            LocalStackSettings settings,
            LocalStackAddresses addresses,
            Map<StackPart, ServerDefinition> servers,
            Set<StackPart> started) {
        this.settings = settings;
        this.addresses = addresses;
        this.servers = new EnumMap<>(servers);
        this.started = started.isEmpty() ? EnumSet.noneOf(StackPart.class) : EnumSet.copyOf(started);
    }

    /** Starts what does not run yet, and returns once all four servers answer. */
    public static LocalStack start(LocalStackSettings settings) {
        return StackStarter.start(settings);
    }

    /** Takes hold of the stack of a data directory without starting anything; empty when none was ever started there. */
    public static Optional<LocalStack> attach(LocalStackSettings settings) {
        Path data = settings.dataDirectory();
        try {
            if (!Secrets.existIn(data)) {
                return Optional.empty();
            }
            StackBlueprint blueprint = StackBlueprint.of(settings);
            Map<StackPart, ServerDefinition> servers = new EnumMap<>(StackPart.class);
            for (StackPart part : StackPart.values()) {
                servers.put(part, blueprint.server(part));
            }
            return Optional.of(new LocalStack(settings, blueprint.addresses(), servers, Set.of()));
        } catch (IOException unreadable) {
            throw unusable(data, unreadable);
        }
    }

    /** Where the servers are, and with which credentials. */
    public LocalStackAddresses addresses() {
        return addresses;
    }

    /** Which servers {@link #start} had to start; the others ran already. */
    public Set<StackPart> started() {
        return Set.copyOf(started);
    }

    /** How each server is doing now. */
    public Map<StackPart, PartState> states() {
        Map<StackPart, PartState> states = new EnumMap<>(StackPart.class);
        servers.forEach((part, server) -> {
            Optional<ProcessIdentity> running = process(part).running();
            states.put(
                    part,
                    running.map(process -> server.readiness().isReady(process) ? PartState.READY : PartState.NOT_READY)
                            .orElse(PartState.DEAD));
        });
        return states;
    }

    /** The process of one server: its pid, its log, whether it runs. */
    public LocalProcess process(StackPart part) {
        ServerDefinition server =
                Optional.ofNullable(servers.get(part)).orElseThrow(() -> new IllegalStateException("Has all parts"));
        return new LocalProcess(ProcessDirectory.in(settings.dataDirectory()), server.spec());
    }

    /** Stops all servers in order; their data stays. */
    public void stop() {
        stop(settings.dataDirectory());
    }

    /** Stops all servers of a data directory, whoever started them; true if any was running. */
    public static boolean stop(Path dataDirectory) {
        return Files.isDirectory(dataDirectory) && StackStarter.stop(dataDirectory, EnumSet.allOf(StackPart.class));
    }

    /** The same as {@link #stop()}. */
    @Override
    public void close() {
        stop();
    }

    /** For tests and the like: the servers end with this JVM, unless it is killed. */
    public LocalStack stopWhenThisJvmEnds() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "local-stack-stop"));
        return this;
    }

    static LocalStackException unusable(Path directory, IOException cause) {
        String reason = String.valueOf(cause.getMessage());
        return new LocalStackException(
                reason.contains(NO_SPACE)
                        ? new DiskFull(directory, 0, StackStarter.NEEDED_BYTES)
                        : new DirectoryUnusable(directory, reason),
                cause);
    }
}
