package io.anpip.cli.bench;

import io.anpip.cli.failure.CommandFailed;
import io.anpip.cli.failure.Failure.ToolFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One run of the plain command.
 *
 * @param seconds from its start to its end
 * @param cpuSeconds it used
 */
record PlainRun(double seconds, double cpuSeconds) {

    /** Runs it in a folder of its own, which goes afterwards. */
    static PlainRun of(PlannedEncoding plan, Path ffmpeg, Path source, Path folder) {
        try {
            delete(folder);
            Files.createDirectories(folder);
            List<String> command = PlainCommand.of(plan, ffmpeg, source, folder);
            double cpuBefore = ProcessorTime.ofOwnChildren();
            long begun = System.nanoTime();
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exitCode = process.waitFor();
            double seconds = (System.nanoTime() - begun) / 1e9;
            double cpu = ProcessorTime.ofOwnChildren() - cpuBefore;
            delete(folder);
            if (exitCode != 0) {
                String last = said.lines().reduce((_, line) -> line).orElse("");
                throw new CommandFailed(new ToolFailed("The plain FFmpeg command", exitCode, last));
            }
            return new PlainRun(seconds, cpu);
        } catch (IOException failed) {
            throw new CommandFailed(new ToolFailed("ffmpeg", -1, String.valueOf(failed.getMessage())), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandFailed(new ToolFailed("ffmpeg", -1, "interrupted"), interrupted);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
