package io.anpip.localstack;

import io.anpip.localstack.failure.LocalStackException;
import io.anpip.localstack.failure.LocalStackFailure.DidNotStart;
import io.anpip.localstack.failure.LocalStackFailure.DiskFull;
import io.anpip.localstack.process.LocalProcess;
import io.anpip.localstack.process.ProcessDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** Starts and stops the servers of a data directory side by side, one caller at a time. */
final class StackStarter {
    static final long NEEDED_BYTES = 512L * 1024 * 1024;
    private static final Duration TURN = Duration.ofMinutes(2);
    private static final Duration ADOPTED_ANSWERS = Duration.ofSeconds(15);

    private final LocalStackSettings settings;
    private final ProcessDirectory directory;
    private final StackBlueprint blueprint;

    private StackStarter(LocalStackSettings settings) throws IOException {
        this.settings = settings;
        this.directory = ProcessDirectory.in(settings.dataDirectory());
        this.blueprint = StackBlueprint.of(settings);
    }

    static LocalStack start(LocalStackSettings settings) {
        Path data = settings.dataDirectory();
        try (DataDirectoryLock _ = DataDirectoryLock.whileStarting(data, TURN)) {
            requireRoom(data);
            return new StackStarter(settings).startMissing();
        } catch (IOException unusable) {
            throw LocalStack.unusable(data, unusable);
        }
    }

    static boolean stop(Path data, Set<StackPart> parts) {
        try (DataDirectoryLock _ = DataDirectoryLock.whileStarting(data, TURN)) {
            return stopParts(ProcessDirectory.in(data), parts);
        } catch (IOException unusable) {
            throw LocalStack.unusable(data, unusable);
        }
    }

    private LocalStack startMissing() throws IOException {
        List<Candidate> candidates = new ArrayList<>();
        for (StackPart part : StackPart.values()) {
            candidates.add(candidate(part));
        }
        try {
            inParallel(candidates.stream()
                    .<Callable<Boolean>>map(candidate -> () -> bringUp(candidate))
                    .toList());
        } catch (IOException | RuntimeException failed) {
            stopParts(directory, started(candidates));
            throw failed;
        }
        Map<StackPart, ServerDefinition> servers = new EnumMap<>(StackPart.class);
        candidates.forEach(candidate -> servers.put(candidate.server().part(), candidate.server()));
        return new LocalStack(settings, blueprint.addresses(), servers, started(candidates));
    }

    /** Ports are handed out here, before anything starts, so that no two servers are given the same. */
    private Candidate candidate(StackPart part) throws IOException {
        ServerDefinition server = blueprint.server(part);
        LocalProcess process = new LocalProcess(directory, server.spec());
        if (process.isAliveAsSpecified()) {
            return new Candidate(server, process, new AtomicBoolean());
        }
        process.stop();
        ServerDefinition fresh = blueprint.serverOnFreePorts(part);
        return new Candidate(fresh, new LocalProcess(directory, fresh.spec()), new AtomicBoolean());
    }

    /** A server of this start, and whether this start is what started it. */
    private record Candidate(ServerDefinition server, LocalProcess process, AtomicBoolean started) {}

    private static Set<StackPart> started(List<Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.started().get())
                .map(candidate -> candidate.server().part())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** True when it had to be started. */
    private boolean bringUp(Candidate candidate) throws IOException {
        if (isAdopted(candidate)) {
            return false;
        }
        candidate.started().set(true);
        startWithOneRetry(candidate);
        return true;
    }

    private static boolean isAdopted(Candidate candidate) {
        if (!candidate.process().isAliveAsSpecified()) {
            return false;
        }
        try {
            candidate.process().awaitReady(candidate.server().readiness(), ADOPTED_ANSWERS);
            return true;
        } catch (LocalStackException diedOrHangs) {
            return false;
        }
    }

    /**
     * A server that ends at once is tried a second time: PostgreSQL's orphaned backends need a moment to notice that their
     * postmaster was killed, and refuse a new one until then.
     */
    private void startWithOneRetry(Candidate candidate) throws IOException {
        try {
            startAndAwait(candidate);
        } catch (LocalStackException first) {
            boolean ended = first.failure() instanceof DidNotStart
                    && !candidate.process().isAlive();
            if (!ended) {
                throw first;
            }
            startAndAwait(candidate);
        }
    }

    private void startAndAwait(Candidate candidate) throws IOException {
        candidate.process().stop();
        candidate.server().prepare();
        candidate.process().ensureRunning();
        candidate.process().awaitReady(candidate.server().readiness(), settings.startLimit());
    }

    private static boolean stopParts(ProcessDirectory directory, Set<StackPart> parts) throws IOException {
        List<Callable<Boolean>> stops = new ArrayList<>();
        parts.forEach(part -> stops.add(() -> directory.stop(part.processName())));
        return inParallel(stops).contains(true);
    }

    private static <T> List<T> inParallel(List<Callable<T>> tasks) throws IOException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", interrupted);
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case LocalStackException known -> throw known;
                case IOException unusable -> throw unusable;
                case null, default -> throw new IllegalStateException(failed);
            }
        }
    }

    private static void requireRoom(Path directory) throws IOException {
        long free = Files.getFileStore(directory).getUsableSpace();
        if (free < NEEDED_BYTES) {
            throw new LocalStackException(new DiskFull(directory, free, NEEDED_BYTES));
        }
    }
}
