package io.anpip.localstack.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Where the pid files and logs of a data directory's processes lie; finds and stops them without knowing how they were started.
 *
 * @param pids the folder of the pid files
 * @param logs the folder of the log files
 */
public record ProcessDirectory(Path pids, Path logs) {
    private static final String PID = ".pid";
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration DEATH = Duration.ofSeconds(5);

    /** The process directory inside a data directory: {@code run/} and {@code logs/}. */
    public static ProcessDirectory in(Path dataDirectory) {
        Path data = dataDirectory.toAbsolutePath().normalize();
        return new ProcessDirectory(data.resolve("run"), data.resolve("logs"));
    }

    /** Where the output of the named process goes. */
    public Path logFile(String name) {
        return logs.resolve(name + ".log");
    }

    /** The last lines the named process wrote; empty if it never wrote any. */
    public List<String> lastLogLines(String name, int count) {
        return LogTail.lastLines(logFile(name), count);
    }

    /** Names of all processes that were started here and not stopped since, dead or alive, in order. */
    public List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        if (Files.isDirectory(pids)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(pids, "*" + PID)) {
                files.forEach(file -> {
                    String fileName = file.getFileName().toString();
                    names.add(fileName.substring(0, fileName.length() - PID.length()));
                });
            }
        }
        names.sort(null);
        return names;
    }

    /** The named process, if it runs. */
    public Optional<ProcessRecord> running(String name) {
        return ProcessRecord.ofRunning(pidFile(name)).or(() -> ProcessRecord.ofSelfWritten(selfWrittenPid(name)));
    }

    /** Asks the named process to end, kills it when its grace is over, and forgets it; true if it was running. */
    public boolean stop(String name) throws IOException {
        Optional<ProcessRecord> running = running(name);
        if (running.isPresent()) {
            ProcessRecord record = running.get();
            end(record.identity(), record.stopSignal(), record.stopGrace());
        }
        Files.deleteIfExists(pidFile(name));
        Files.deleteIfExists(selfWrittenPid(name));
        return running.isPresent();
    }

    Path pidFile(String name) {
        return pids.resolve(name + PID);
    }

    Path selfWrittenPid(String name) {
        return pids.resolve(name + ".starting");
    }

    /** Ends one process: first the polite signal, then, after the grace, the one that cannot be refused. */
    public static void end(ProcessIdentity process, StopSignal signal, Duration grace) throws IOException {
        switch (signal) {
            case TERMINATE -> handle(process).ifPresent(ProcessHandle::destroy);
            case INTERRUPT -> interrupt(process);
        }
        if (!awaitDeath(process, grace)) {
            handle(process).ifPresent(ProcessHandle::destroyForcibly);
            awaitDeath(process, DEATH);
        }
    }

    /** The handle only while the pid is still this process, so that no stranger is signalled. */
    private static Optional<ProcessHandle> handle(ProcessIdentity process) {
        return process.isAlive() ? ProcessHandle.of(process.pid()) : Optional.empty();
    }

    /** Java has no call for SIGINT; every Unix has the program. */
    private static void interrupt(ProcessIdentity process) throws IOException {
        if (process.isAlive()) {
            new ProcessBuilder("/bin/kill", "-INT", Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }
    }

    private static boolean awaitDeath(ProcessIdentity process, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (process.isAlive()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return true;
    }
}
