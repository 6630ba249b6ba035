package io.anpip.localstack.process;

import io.anpip.localstack.failure.LocalStackException;
import io.anpip.localstack.failure.LocalStackFailure.DidNotStart;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * One child process that survives the JVM that started it, and that any later JVM can find, restart or stop.
 *
 * <p><b>Survival.</b> It leads a session of its own where the system has {@code setsid}, so neither Ctrl-C in the starter's
 * terminal nor the end of that terminal reaches it. Its output goes to its log file, its input is empty.
 *
 * <p><b>Failure.</b> The child writes down its own pid before it becomes the program: even when the starter is killed in that
 * very moment, the next start finds it.
 *
 * <p><b>Threading.</b> Not for two starters at once; the owner of the data directory holds a lock meanwhile.
 */
public final class LocalProcess {
    /** What {@link #ensureRunning} found or did. */
    public enum Launch {
        /** It ran already, started from an equal spec. */
        ADOPTED,
        /** It was started; one of another spec was stopped first. */
        STARTED
    }

    private static final String WRITE_PID_THEN_BECOME_PROGRAM = "printf %s \"$$\" > \"$0\" && exec \"$@\"";
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final long LOG_LIMIT_BYTES = 20L * 1024 * 1024;
    private static final Duration POLL = Duration.ofMillis(25);
    private static final int LAST_WORDS = 15;

    private final ProcessDirectory directory;
    private final ProcessSpec spec;

    /** A process of this spec, with its pid file and log in this directory; nothing is started yet. */
    public LocalProcess(ProcessDirectory directory, ProcessSpec spec) {
        this.directory = directory;
        this.spec = spec;
    }

    /** How it is run. */
    public ProcessSpec spec() {
        return spec;
    }

    /** Where its output goes. */
    public Path logFile() {
        return directory.logFile(spec.name());
    }

    /** The running process, whichever JVM started it. */
    public Optional<ProcessIdentity> running() {
        return directory.running(spec.name()).map(ProcessRecord::identity);
    }

    /** Whether it runs. */
    public boolean isAlive() {
        return running().isPresent();
    }

    /** Whether it runs and was started from a spec equal to this one. */
    public boolean isAliveAsSpecified() {
        return directory
                .running(spec.name())
                .filter(record -> record.fingerprint().equals(spec.fingerprint()))
                .isPresent();
    }

    /** Leaves a process of an equal spec alone; otherwise stops what runs under this name and starts anew. */
    public Launch ensureRunning() throws IOException {
        if (isAliveAsSpecified()) {
            return Launch.ADOPTED;
        }
        restart();
        return Launch.STARTED;
    }

    /** Stops it if it runs, and starts it. */
    public ProcessIdentity restart() throws IOException {
        stop();
        return start();
    }

    /** Asks it to end, kills it when the grace is over; true if it was running. */
    public boolean stop() throws IOException {
        return directory.stop(spec.name());
    }

    /** Waits until it is ready; a {@link DidNotStart} when it ends before, or takes longer than this. */
    public void awaitReady(Readiness readiness, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            Optional<ProcessIdentity> process = running();
            if (process.isEmpty()) {
                throw didNotStart("it ended");
            }
            if (readiness.isReady(process.get())) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw didNotStart("it was not ready within " + limit.toSeconds() + " s");
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private LocalStackException didNotStart(String reason) {
        return new LocalStackException(
                new DidNotStart(spec.name(), reason, logFile(), directory.lastLogLines(spec.name(), LAST_WORDS)));
    }

    private ProcessIdentity start() throws IOException {
        Files.createDirectories(directory.pids());
        Files.createDirectories(directory.logs());
        Files.createDirectories(spec.workingDirectory());
        for (Map.Entry<Path, String> file : spec.configurationFiles().entrySet()) {
            OwnerOnlyFile.write(file.getKey(), file.getValue());
        }
        setAsideLargeLog();
        ProcessBuilder builder = new ProcessBuilder(detachedCommand())
                .directory(spec.workingDirectory().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()));
        builder.environment().putAll(spec.environment());
        Process process = builder.start();
        ProcessIdentity identity =
                ProcessIdentity.of(process.pid()).orElseGet(() -> new ProcessIdentity(process.pid(), "ended at once"));
        new ProcessRecord(identity, spec.fingerprint(), spec.stopSignal(), spec.stopGrace())
                .write(directory.pidFile(spec.name()));
        return identity;
    }

    private List<String> detachedCommand() {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            command.add(SETSID.toString());
        }
        command.addAll(List.of(
                "/bin/sh",
                "-c",
                WRITE_PID_THEN_BECOME_PROGRAM,
                directory.selfWrittenPid(spec.name()).toString()));
        command.addAll(spec.command());
        return command;
    }

    private void setAsideLargeLog() throws IOException {
        Path log = logFile();
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
