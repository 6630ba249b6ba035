package io.anpip.cli.stack;

import io.anpip.cli.data.DataDirectory;
import io.anpip.cli.data.StackRecord;
import io.anpip.cli.failure.CommandFailed;
import io.anpip.cli.failure.Failure.DirectoryUnusable;
import io.anpip.cli.failure.Failure.NotRunning;
import io.anpip.cli.failure.Failure.RunsOnOtherPort;
import io.anpip.cli.failure.Failure.SupervisorBusy;
import io.anpip.localstack.DataDirectoryLock;
import io.anpip.localstack.LocalStack;
import io.anpip.localstack.LocalStackSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** A stack that another process leads, or that nobody leads: to be found, asked for repair, and ended. */
public final class RunningStack {
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration LEADER_ENDS = Duration.ofSeconds(60);

    private RunningStack() {}

    /** The API's address; a failure that says how to start it when it does not run. */
    public static URI api(DataDirectory data) {
        return StackRecord.read(data)
                .filter(_ -> StackInspection.running(data, ServiceCatalogue.API).isPresent())
                .map(StackRecord::api)
                .orElseThrow(() -> new CommandFailed(new NotRunning(data.root())));
    }

    /** Addresses and credentials of the servers. */
    public static LocalStack servers(DataDirectory data) {
        Optional<LocalStack> servers = Files.isDirectory(data.root())
                ? LocalStack.attach(LocalStackSettings.in(data.root()))
                : Optional.empty();
        return servers.orElseThrow(() -> new CommandFailed(new NotRunning(data.root())));
    }

    /** Asks the process that leads the stack to start what has died, and waits until all is healthy. */
    public static StackStatus askForRepair(StackRequest request, long leader) {
        DataDirectory data = request.data();
        Optional<Integer> running = StackRecord.read(data).map(StackRecord::apiPort);
        if (request.port().isPresent() && running.isPresent() && !running.equals(request.port())) {
            throw new CommandFailed(new RunsOnOtherPort(
                    data.root(), running.get(), request.port().get()));
        }
        touch(data);
        Instant deadline = Instant.now().plus(request.patience());
        while (true) {
            StackStatus status = StackInspection.of(data);
            if (status.healthy()) {
                return status;
            }
            if (Instant.now().isAfter(deadline)) {
                throw new CommandFailed(new SupervisorBusy(data.root(), leader));
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /** Ends everything that runs on a data directory; true if anything did. */
    public static boolean stop(DataDirectory data) {
        boolean led = endLeader(data);
        boolean ran = StackInspection.anythingRuns(data);
        new ServiceRunner(data).stopAll();
        return LocalStack.stop(data.root()) || led || ran;
    }

    /** The process that leads ends its stack itself when it is asked to end. */
    private static boolean endLeader(DataDirectory data) {
        if (Files.notExists(data.root())) {
            return false;
        }
        Optional<Long> leader = DataDirectoryLock.holder(data.root());
        leader.flatMap(ProcessHandle::of).ifPresent(ProcessHandle::destroy);
        Instant deadline = Instant.now().plus(LEADER_ENDS);
        while (leader.isPresent()
                && DataDirectoryLock.holder(data.root()).isPresent()
                && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(POLL.toNanos());
        }
        return leader.isPresent();
    }

    private static void touch(DataDirectory data) {
        try {
            Files.createDirectories(data.root().resolve("run"));
            if (Files.notExists(data.repairRequest())) {
                Files.createFile(data.repairRequest());
            }
            Files.setLastModifiedTime(data.repairRequest(), FileTime.from(Instant.now()));
        } catch (IOException unusable) {
            throw new CommandFailed(
                    new DirectoryUnusable(data.root(), String.valueOf(unusable.getMessage())), unusable);
        }
    }
}
