package io.anpip.media;

import io.anpip.media.FfmpegCommand.Urgency;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands in front of FFmpeg on the command line: it dies with this JVM, even after {@code kill -9}, and gets no more
 * memory and disk than it was given. What nobody waits for stands behind the others at the processor.
 *
 * <p>Java can neither set a parent-death signal nor a resource limit; {@code setpriv} and {@code prlimit} of util-linux
 * can, on Linux, and then replace themselves by FFmpeg. Where setpriv is missing, FFmpeg ends later when its input is
 * served by this JVM: once it has worked off what the broken connection had delivered. Where prlimit is missing, the
 * budgets of time and the free space that is kept are what remains. The signal
 * comes when the thread that started the process ends, so that has to be a platform thread that waits for the process,
 * as Jaffree's does.
 */
record ProcessPrefix(Optional<Path> setpriv, Optional<Path> prlimit, Optional<Path> nice) {

    private static final List<String> FOLDERS = List.of("/usr/bin", "/bin");
    private static final List<String> DIE_WITH_PARENT = List.of("--pdeathsig", "KILL");
    /** A process at 5 gets about a third of what one at 0 gets, by the weights of the Linux scheduler. */
    private static final List<String> BEHIND_OTHERS = List.of("-n", "5");

    private static final ResourceLimits TRIAL = new ResourceLimits(1L << 30, 1L << 30);

    static ProcessPrefix none() {
        return new ProcessPrefix(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Tries them out: those of busybox lack the options, and a sandbox may forbid the calls. */
    static ProcessPrefix ofThisMachine() {
        return new ProcessPrefix(
                found("setpriv", DIE_WITH_PARENT), found("prlimit", limitOptions(TRIAL)), found("nice", BEHIND_OTHERS));
    }

    /** Limits alone, for a program that is waited for and short. */
    ProcessPrefix withoutParentDeath() {
        return new ProcessPrefix(Optional.empty(), prlimit, Optional.empty());
    }

    /** The whole command line for a program, up to the program itself. */
    List<String> commandFor(Path program, ResourceLimits limits, Urgency urgency) {
        List<String> command = new ArrayList<>();
        setpriv.ifPresent(path -> {
            command.add(path.toString());
            command.addAll(DIE_WITH_PARENT);
        });
        prlimit.ifPresent(path -> {
            command.add(path.toString());
            command.addAll(limitOptions(limits));
        });
        if (urgency == Urgency.BEHIND_OTHERS) {
            nice.ifPresent(path -> {
                command.add(path.toString());
                command.addAll(BEHIND_OTHERS);
            });
        }
        command.add(program.toString());
        return List.copyOf(command);
    }

    private static List<String> limitOptions(ResourceLimits limits) {
        return List.of("--core=0", "--data=" + limits.memoryBytes(), "--fsize=" + limits.fileBytes());
    }

    private static Optional<Path> found(String tool, List<String> options) {
        return FOLDERS.stream()
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .filter(path -> works(path, options))
                .findFirst();
    }

    private static boolean works(Path tool, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(tool.toString());
        command.addAll(options);
        command.add("true");
        return ToolProcess.run(command, Duration.ofSeconds(5), StdoutReader.ignoring())
                        instanceof ToolProcess.Ended(int exitCode, List<String> _)
                && exitCode == 0;
    }
}
