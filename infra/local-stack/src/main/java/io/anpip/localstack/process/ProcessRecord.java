package io.anpip.localstack.process;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * What a pid file says: which process it is, of which spec, and how to stop it.
 *
 * @param identity the process
 * @param fingerprint of the spec it was started from; empty when the starter died before it could note it
 * @param stopSignal how to ask it to end
 * @param stopGrace how long it may take
 */
public record ProcessRecord(ProcessIdentity identity, String fingerprint, StopSignal stopSignal, Duration stopGrace) {
    /** A process begins at most this long before it writes down its own pid. */
    private static final Duration SPAWN_TIME = Duration.ofSeconds(5);

    private static final Duration GRACE_UNKNOWN = Duration.ofSeconds(10);

    /** The record in a pid file, if there is one and its process still runs. */
    static Optional<ProcessRecord> ofRunning(Path pidFile) {
        try {
            Properties noted = new Properties();
            noted.load(new StringReader(Files.readString(pidFile)));
            ProcessRecord read = new ProcessRecord(
                    new ProcessIdentity(Long.parseLong(noted.getProperty("pid", "0")), noted.getProperty("start", "")),
                    noted.getProperty("spec", ""),
                    StopSignal.valueOf(noted.getProperty("stopSignal", StopSignal.TERMINATE.name())),
                    Duration.ofMillis(Long.parseLong(noted.getProperty("stopGraceMillis", "0"))));
            return Optional.of(read).filter(found -> found.identity.isAlive());
        } catch (IOException | IllegalArgumentException missingOrCutShort) {
            return Optional.empty();
        }
    }

    /**
     * The process whose pid a child wrote down itself just before it became the program: all there is when its starter was
     * killed at that moment. Its start must fit the file's age, or the pid belongs to somebody else by now.
     */
    static Optional<ProcessRecord> ofSelfWritten(Path file) {
        try {
            long pid = Long.parseLong(Files.readString(file).strip());
            Instant written = Files.getLastModifiedTime(file).toInstant();
            return ProcessHandle.of(pid)
                    .flatMap(handle -> handle.info().startInstant())
                    .filter(start -> start.isBefore(written.plusSeconds(1)))
                    .filter(start -> start.isAfter(written.minus(SPAWN_TIME)))
                    .flatMap(_ -> ProcessIdentity.of(pid))
                    .map(found -> new ProcessRecord(found, "", StopSignal.TERMINATE, GRACE_UNKNOWN));
        } catch (IOException | NumberFormatException missingOrCutShort) {
            return Optional.empty();
        }
    }

    void write(Path pidFile) throws IOException {
        Properties noted = new Properties();
        noted.setProperty("pid", Long.toString(identity.pid()));
        noted.setProperty("start", identity.startMark());
        noted.setProperty("spec", fingerprint);
        noted.setProperty("stopSignal", stopSignal.name());
        noted.setProperty("stopGraceMillis", Long.toString(stopGrace.toMillis()));
        StringWriter text = new StringWriter();
        noted.store(text, null);
        OwnerOnlyFile.write(pidFile, text.toString());
    }
}
