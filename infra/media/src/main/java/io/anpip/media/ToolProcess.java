package io.anpip.media;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs a short program to its end within a time budget: ffprobe, and the questions about what an FFmpeg can do.
 *
 * <p>The program gets a nearly empty environment, so no credentials of this process, and no standard input. When the
 * reader returns before the program has ended, the program is ended.
 */
final class ToolProcess {

    private static final int DEATH_TIMEOUT_SECONDS = 10;

    private ToolProcess() {}

    sealed interface ToolOutcome {}

    record Ended(int exitCode, List<String> lastLines) implements ToolOutcome {}

    record TimedOut(List<String> lastLines) implements ToolOutcome {}

    record NotRun(String reason) implements ToolOutcome {}

    record Interrupted() implements ToolOutcome {}

    static ToolOutcome run(List<String> command, Duration budget, StdoutReader reader) {
        Process process;
        try {
            process = start(command);
        } catch (IOException e) {
            return new NotRun(String.valueOf(e.getMessage()));
        }
        LogLines log = new LogLines();
        try {
            CompletableFuture<Void> stderr =
                    onOwnThread("stderr", () -> log.readFrom(process.getErrorStream(), () -> {}));
            CompletableFuture<Void> stdout = onOwnThread("stdout", () -> {
                try (InputStream stream = process.getInputStream()) {
                    reader.read(stream);
                    if (stream.read() >= 0) {
                        process.toHandle().destroyForcibly();
                    }
                }
            });
            CompletableFuture.allOf(stdout, stderr, process.onExit()).get(budget.toMillis(), TimeUnit.MILLISECONDS);
            return new Ended(process.exitValue(), log.last());
        } catch (TimeoutException e) {
            return new TimedOut(log.last());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Interrupted();
        } catch (ExecutionException e) {
            return new NotRun("its output could not be read: " + e.getCause());
        } finally {
            kill(process);
        }
    }

    private static Process start(List<String> command) throws IOException {
        Process process = CleanEnvironment.of(new ProcessBuilder(command)).start();
        process.getOutputStream().close();
        return process;
    }

    private static void kill(Process process) {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.toHandle().destroyForcibly();
            try {
                process.onExit()
                        .orTimeout(DEATH_TIMEOUT_SECONDS, TimeUnit.SECONDS)
                        .join();
            } catch (CompletionException e) {
                throw new IllegalStateException("process " + process.pid() + " survived being killed", e);
            }
        }
    }

    private interface Reading {
        void read() throws IOException;
    }

    private static CompletableFuture<Void> onOwnThread(String name, Reading reading) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("tool-" + name).start(() -> {
            try {
                reading.read();
                done.complete(null);
            } catch (IOException | RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        return done;
    }
}
