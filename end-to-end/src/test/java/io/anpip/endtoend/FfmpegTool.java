package io.anpip.endtoend;

import io.anpip.localstack.LocalStackSettings;
import io.anpip.localstack.bundle.BundledFfmpeg;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The bundled FFmpeg, for making clips and for judging what came out. */
final class FfmpegTool {

    private static final Path FOLDER = unpack();
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private FfmpegTool() {}

    static ProgramRun ffmpeg(String... arguments) {
        return run("ffmpeg", List.of("-nostdin", "-hide_banner", "-v", "error"), arguments);
    }

    static String ffprobe(String... arguments) {
        return run("ffprobe", List.of("-v", "error"), arguments).output();
    }

    private static ProgramRun run(String program, List<String> first, String... arguments) {
        List<String> command = new ArrayList<>(List.of(FOLDER.resolve(program).toString()));
        command.addAll(first);
        command.addAll(List.of(arguments));
        return ProgramRun.of(command, LIMIT);
    }

    private static Path unpack() {
        try {
            return BundledFfmpeg.unpack(LocalStackSettings.userCache());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
