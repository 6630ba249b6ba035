package io.anpip.cli.stack;

import io.anpip.cli.data.DataDirectory;
import io.anpip.localstack.process.LocalProcess;
import io.anpip.localstack.process.ProcessDirectory;
import io.anpip.localstack.process.ProcessSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Starts and stops the services' processes.
 *
 * <p>Threading: starting and stopping take turns, and once {@link #stopAll} was called nothing is started any more: so a stop that
 * comes in the middle of a start leaves nothing behind.
 */
final class ServiceRunner {
    private final ProcessDirectory directory;
    private boolean closed;

    ServiceRunner(DataDirectory data) {
        this.directory = ProcessDirectory.in(data.root());
    }

    /** The process of a service, running or not. */
    LocalProcess process(ProcessSpec spec) {
        return new LocalProcess(directory, spec);
    }

    /** Starts it unless it runs as specified; true if it had to be started. */
    synchronized boolean ensureRunning(ProcessSpec spec) throws IOException {
        return !closed && process(spec).ensureRunning() == LocalProcess.Launch.STARTED;
    }

    /** Asks all services to end, all at once, and returns when they have. */
    synchronized void stopAll() {
        closed = true;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> stops = new ArrayList<>();
            for (Service service : ServiceCatalogue.SERVICES) {
                stops.add(threads.submit(() -> directory.stop(service.name())));
            }
            for (Future<Boolean> stop : stops) {
                stop.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new UncheckedIOException(new IOException(failed.getCause()));
        }
    }
}
