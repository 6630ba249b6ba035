package io.anpip.cli.stack;

import io.anpip.cli.failure.CommandFailed;
import io.anpip.cli.failure.Failure.Unhealthy;
import io.anpip.cli.terminal.Checklist;
import io.anpip.cli.terminal.Quantity;
import io.anpip.localstack.failure.LocalStackException;
import io.anpip.localstack.failure.LocalStackFailure.DidNotStart;
import io.anpip.localstack.process.LocalProcess;
import io.anpip.localstack.process.ProcessSpec;
import io.anpip.localstack.process.Readiness;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Starts all services that do not run, side by side, and waits until each can do its work. */
final class ServiceStart {
    private final ServiceRunner runner;
    private final ServiceProcesses processes;
    private final Duration patience;

    ServiceStart(ServiceRunner runner, ServiceProcesses processes, Duration patience) {
        this.runner = runner;
        this.processes = processes;
        this.patience = patience;
    }

    void startAll(Checklist checklist) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> starts = new ArrayList<>();
            for (Service service : ServiceCatalogue.SERVICES) {
                checklist.begin(service.name(), "starting");
                starts.add(threads.submit(() -> start(service, checklist)));
            }
            for (Future<?> start : starts) {
                start.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    private void start(Service service, Checklist checklist) {
        ProcessSpec spec = processes.spec(service);
        LocalProcess process = runner.process(spec);
        URI address = processes.record().address(service.name()).orElseThrow();
        long begun = System.nanoTime();
        try {
            boolean started = runner.ensureRunning(spec);
            process.awaitReady(Readiness.http(StackInspection.readinessOf(address)), patience);
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            checklist.done(service.name(), address + (started ? "  " + Quantity.time(took) : "  running"));
        } catch (LocalStackException failed) {
            throw new CommandFailed(new Unhealthy(service.name(), reasonOf(failed), process.logFile()), failed);
        } catch (IOException unusable) {
            throw new CommandFailed(
                    new Unhealthy(service.name(), String.valueOf(unusable.getMessage()), process.logFile()), unusable);
        }
    }

    private static String reasonOf(LocalStackException failed) {
        return failed.failure() instanceof DidNotStart didNot
                ? didNot.reason()
                : failed.failure().message();
    }
}
