package io.anpip.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.localstack.LocalStackSettings;
import io.anpip.localstack.bundle.BundledFfmpeg;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Runs the real FFmpeg of the folder that the system property {@code anpip.ffmpeg.directory} names, else the bundled one. */
public final class Ffmpeg {

    private static final Path FOLDER = located();

    private Ffmpeg() {}

    /** What a decoder says of pictures before the first key frame, where a container has no index to seek one by. */
    private static final Pattern BEFORE_THE_FIRST_KEY_FRAME =
            Pattern.compile("\\[h264 @ \\w+\\] (co located POCs unavailable|mmco: unref short failure)");

    /** Runs ffmpeg, which must succeed and have nothing to complain about. */
    public static void run(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(program("ffmpeg"), "-nostdin", "-v", "error", "-y"));
        command.addAll(arguments);
        List<String> complaints = output(command)
                .lines()
                .filter(line -> !BEFORE_THE_FIRST_KEY_FRAME.matcher(line).matches())
                .toList();
        assertThat(complaints).as(String.join(" ", command)).isEmpty();
    }

    /** Runs ffmpeg, which must succeed. */
    public static void make(String... arguments) {
        List<String> command = new ArrayList<>(List.of(program("ffmpeg"), "-nostdin", "-v", "fatal", "-y"));
        command.addAll(List.of(arguments));
        output(command);
    }

    /** The output of ffprobe, line by line. */
    public static List<String> probe(Path file, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program("ffprobe"), "-v", "error"));
        command.addAll(List.of(arguments));
        command.add(file.toString());
        return output(command).lines().map(String::strip).toList();
    }

    /** What ffmpeg says on its log when it runs with the given arguments. */
    public static String log(String... arguments) {
        List<String> command = new ArrayList<>(List.of(program("ffmpeg"), "-nostdin", "-hide_banner"));
        command.addAll(List.of(arguments));
        return output(command);
    }

    /** The program itself, {@code ffmpeg} or {@code ffprobe}. */
    public static Path tool(String name) {
        return FOLDER.resolve(name);
    }

    private static String program(String name) {
        return tool(name).toString();
    }

    /** Where ffmpeg and ffprobe are. */
    public static Path folder() {
        return FOLDER;
    }

    private static Path located() {
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
                ProcessBuilder builder =
                        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
                // SVT-AV1 talks past FFmpeg's log: errors alone.
                builder.environment().put("SVT_LOG", "1");
                int exit = builder.start().waitFor();
                String text = Files.readString(log, StandardCharsets.UTF_8);
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
