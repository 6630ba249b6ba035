package io.anpip.localstack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Names one run of a program beyond doubt: its pid, and a mark of when it started.
 *
 * <p>On Linux the mark is the boot id and the start time in clock ticks since boot, which no change of the wall clock moves; a
 * process that has ended but is not yet reaped counts as dead. Elsewhere the mark is the start instant.
 */
public record ProcessIdentity(long pid, String startMark) {
    private static final Path PROC = Path.of("/proc");
    private static final Path BOOT_ID = PROC.resolve("sys/kernel/random/boot_id");

    /** The process that has this pid now. */
    public static Optional<ProcessIdentity> of(long pid) {
        Optional<String> mark = Files.isReadable(BOOT_ID) ? linuxStartMark(pid) : startInstant(pid);
        return mark.map(found -> new ProcessIdentity(pid, found));
    }

    /** Whether this very process still runs. */
    public boolean isAlive() {
        return of(pid).filter(this::equals).isPresent();
    }

    private static Optional<String> linuxStartMark(long pid) {
        try {
            String stat = Files.readString(PROC.resolve(Long.toString(pid)).resolve("stat"));
            // The second field is the program's name in parentheses and may hold spaces: count from its end.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            boolean ended = fields[0].equals("Z") || fields[0].equals("X");
            return ended
                    ? Optional.empty()
                    : Optional.of(Files.readString(BOOT_ID).strip() + "/" + fields[19]);
        } catch (IOException noSuchProcess) {
            return Optional.empty();
        }
    }

    private static Optional<String> startInstant(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(handle -> handle.info().startInstant())
                .map(start -> Long.toString(start.toEpochMilli()));
    }
}
