package io.anpip.media;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What stands in front of FFmpeg on the command line so that it dies with this JVM, even after {@code kill -9}.
 *
 * <p>Java cannot set a parent-death signal; {@code setpriv} of util-linux can, on Linux, and then replaces itself by FFmpeg.
 * Where it is missing, FFmpeg ends later when its input is served by this JVM: once it has worked off
 * what the broken connection had delivered. The signal
 * comes when the thread that started the process ends, so that has to be a platform thread that waits for the process,
 * as Jaffree's does.
 */
record ProcessPrefix(Optional<Path> setpriv) {

    private static final List<Path> CANDIDATES = List.of(Path.of("/usr/bin/setpriv"), Path.of("/bin/setpriv"));
    private static final List<String> DIE_WITH_PARENT = List.of("--pdeathsig", "KILL");

    static ProcessPrefix none() {
        return new ProcessPrefix(Optional.empty());
    }

    /** Tries it out: the setpriv of busybox lacks the option, and a sandbox may forbid the call. */
    static ProcessPrefix dieWithParent() {
        return new ProcessPrefix(CANDIDATES.stream()
                .filter(Files::isExecutable)
                .filter(ProcessPrefix::works)
                .findFirst());
    }

    Path executableFor(Path program) {
        return setpriv.orElse(program);
    }

    List<String> argumentsFor(Path program) {
        return setpriv.isEmpty()
                ? List.of()
                : List.of(DIE_WITH_PARENT.get(0), DIE_WITH_PARENT.get(1), program.toString());
    }

    private static boolean works(Path setpriv) {
        List<String> command = List.of(setpriv.toString(), "--pdeathsig", "KILL", "true");
        return ToolProcess.run(command, Duration.ofSeconds(5), StdoutReader.ignoring())
                        instanceof ToolProcess.Ended(int exitCode, List<String> _)
                && exitCode == 0;
    }
}
