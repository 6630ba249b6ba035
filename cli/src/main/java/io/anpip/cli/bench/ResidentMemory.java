package io.anpip.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** How much memory processes have resident. */
final class ResidentMemory {
    private static final String FIELD = "VmRSS:";
    private static final long KIBIBYTE = 1024;

    private ResidentMemory() {}

    /** Bytes of one process; 0 where that is not known. */
    static long of(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith(FIELD))
                    .mapToLong(ResidentMemory::bytes)
                    .sum();
        } catch (IOException noSuchProcessOrNotLinux) {
            return 0;
        }
    }

    /** Bytes of all these processes and everything they have started; shared pages count for each that has them. */
    static long ofAll(List<Long> pids) {
        return pids.stream()
                .flatMapToLong(pid -> LongStream.concat(
                        LongStream.of(pid),
                        ProcessHandle.of(pid).stream()
                                .flatMap(ProcessHandle::descendants)
                                .mapToLong(ProcessHandle::pid)))
                .distinct()
                .map(ResidentMemory::of)
                .sum();
    }

    /** Of a line such as {@code VmRSS:     57056 kB}; pure. */
    static long bytes(String line) {
        String[] words = line.strip().split("\\s+", -1);
        return Long.parseLong(words[1]) * KIBIBYTE;
    }
}
