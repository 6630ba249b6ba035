package io.anpip.validator;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.localstack.LocalStackSettings;
import io.anpip.localstack.bundle.BundledFfmpeg;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the real FFmpeg of the folder that the system property {@code anpip.ffmpeg.directory} names, else the bundled one. */
final class Ffmpeg {

    private static final Path FOLDER = folder();

    private Ffmpeg() {}

    /** Runs ffmpeg, which must succeed; arguments are separated by blanks. */
    static Path make(Path output, String arguments) {
        List<String> command =
                new ArrayList<>(List.of(FOLDER.resolve("ffmpeg").toString(), "-nostdin", "-v", "error", "-y"));
        command.addAll(List.of(arguments.split(" ", -1)));
        command.add(output.toString());
        output(command);
        return output;
    }

    /** Offset and size of the key frames of a file, as ffprobe sees them. */
    static List<long[]> keyFrames(Path file) {
        List<String> command = List.of(
                FOLDER.resolve("ffprobe").toString(),
                "-v",
                "error",
                "-show_entries",
                "packet=pos,size,flags",
                "-of",
                "csv=p=0",
                file.toString());
        return output(command)
                .lines()
                .map(line -> line.split(",", -1))
                .filter(packet -> packet[2].startsWith("K"))
                .map(packet -> new long[] {Long.parseLong(packet[1]), Long.parseLong(packet[0])})
                .toList();
    }

    private static Path folder() {
        String named = System.getProperty("anpip.ffmpeg.directory", "");
        try {
            return named.isEmpty() ? BundledFfmpeg.unpack(LocalStackSettings.userCache()) : Path.of(named);
        } catch (IOException noDisk) {
            throw new UncheckedIOException(noDisk);
        }
    }

    private static String output(List<String> command) {
        try {
            Path log = Files.createTempFile("ffmpeg-", ".log");
            try {
                int exit = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start()
                        .waitFor();
                String text = Files.readString(log);
                assertThat(exit).as(String.join(" ", command) + "\n" + text).isZero();
                return text;
            } finally {
                Files.delete(log);
            }
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError("Cannot run " + command.getFirst(), failed);
        }
    }
}
