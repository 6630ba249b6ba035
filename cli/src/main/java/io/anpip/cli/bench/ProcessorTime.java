package io.anpip.cli.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much processor time a process and its ended children have used, as Linux counts it. */
final class ProcessorTime {
    private static final int USER = 11;
    private static final int LAST = 14;
    private static final double FALLBACK_TICKS = 100;
    private static final double TICKS_PER_SECOND = ticksPerSecond();

    private ProcessorTime() {}

    /** Seconds used by a process and by those of its children that have ended; 0 where that is not known. */
    static double of(long pid) {
        try {
            return ticks(Files.readString(Path.of("/proc", Long.toString(pid), "stat"))) / TICKS_PER_SECOND;
        } catch (IOException noSuchProcessOrNotLinux) {
            return 0;
        }
    }

    /** Seconds used by the children of this process that have ended. */
    static double ofOwnChildren() {
        try {
            String stat = Files.readString(Path.of("/proc/self/stat"));
            String[] fields = fields(stat);
            return (Double.parseDouble(fields[USER + 2]) + Double.parseDouble(fields[LAST])) / TICKS_PER_SECOND;
        } catch (IOException notLinux) {
            return 0;
        }
    }

    /** User and system time, its own and its ended children's, from a line of proc(5); pure. */
    static double ticks(String stat) {
        String[] fields = fields(stat);
        double sum = 0;
        for (int field = USER; field <= LAST; field++) {
            sum += Double.parseDouble(fields[field]);
        }
        return sum;
    }

    /** The fields after the program's name, which stands in parentheses and may hold spaces. */
    private static String[] fields(String stat) {
        return stat.substring(stat.lastIndexOf(')') + 2).strip().split(" ", -1);
    }

    private static double ticksPerSecond() {
        try {
            Process getconf = new ProcessBuilder("getconf", "CLK_TCK").start();
            String answer = new String(getconf.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return answer.isEmpty() ? FALLBACK_TICKS : Double.parseDouble(answer);
        } catch (IOException | NumberFormatException unknown) {
            return FALLBACK_TICKS;
        }
    }
}
