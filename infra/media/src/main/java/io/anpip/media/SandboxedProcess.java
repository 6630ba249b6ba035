package io.anpip.media;

import com.github.kokorin.jaffree.JaffreeException;
import com.github.kokorin.jaffree.ffmpeg.FFmpegResult;
import com.github.kokorin.jaffree.process.ProcessHandler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Jaffree's process, started in an environment without credentials and in the directory of its task. Jaffree's own
 * inherits both from the worker.
 */
final class SandboxedProcess extends ProcessHandler<FFmpegResult> {

    private final ProcessBuilder builder;
    private final Consumer<Process> onStart;

    SandboxedProcess(List<String> command, Optional<Path> directory, Consumer<Process> onStart) {
        super(Path.of(command.getFirst()), "ffmpeg");
        this.builder = CleanEnvironment.of(new ProcessBuilder(command));
        directory.ifPresent(path -> builder.directory(path.toFile()));
        this.onStart = onStart;
    }

    @Override
    public synchronized FFmpegResult execute() {
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new JaffreeException("Failed to start process.", e);
        }
        onStart.accept(process);
        return interactWithProcess(process);
    }
}
