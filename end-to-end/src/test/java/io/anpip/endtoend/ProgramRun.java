package io.anpip.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that was run to its end.
 *
 * @param exitCode its exit code
 * @param stdout what it printed
 * @param stderr what it complained of
 */
record ProgramRun(int exitCode, String stdout, String stderr) {

    static ProgramRun of(List<String> command, Duration limit) {
        return of(command, Map.of(), limit);
    }

    static ProgramRun of(List<String> command, Map<String, String> environment, Duration limit) {
        try {
            // Files and not pipes: what it leaves running in the background must not keep us waiting.
            Path out = Files.createTempFile("run", ".out");
            Path err = Files.createTempFile("run", ".err");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        "Not done within " + limit + ": " + command + "\n" + Files.readString(err));
            }
            ProgramRun run = new ProgramRun(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
            Files.delete(out);
            Files.delete(err);
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What it printed, once it is sure that it went well. */
    String output() {
        if (exitCode != 0) {
            throw new IllegalStateException("Exit code " + exitCode + "\n" + stdout + "\n" + stderr);
        }
        return stdout;
    }
}
