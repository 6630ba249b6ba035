package io.anpip.media;

import io.anpip.localstack.LocalStackSettings;
import io.anpip.localstack.bundle.BundledFfmpeg;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The FFmpeg that the tests run, and media made with it on the spot. */
final class SampleMedia {

    private static final Duration BUDGET = Duration.ofMinutes(1);

    private SampleMedia() {}

    private static final class Once {
        private static final FfmpegInstallation FFMPEG = locate();
    }

    /** The bundled one, or another that {@code -Danpip.ffmpeg.directory} names. */
    static FfmpegInstallation ffmpeg() {
        return Once.FFMPEG;
    }

    private static FfmpegInstallation locate() {
        Path directory = Optional.ofNullable(System.getProperty("anpip.ffmpeg.directory"))
                .map(Path::of)
                .orElseGet(SampleMedia::unpackBundled);
        return switch (FfmpegInstallation.locate(Optional.of(directory))) {
            case FfmpegLookup.Found(FfmpegInstallation installation) -> installation;
            case FfmpegLookup.Missing(String sentence) -> throw new IllegalStateException(sentence);
        };
    }

    private static Path unpackBundled() {
        try {
            return BundledFfmpeg.unpack(LocalStackSettings.userCache());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Moving picture and a tone, so that every frame differs. */
    static List<String> picturesAndTone(int seconds, int framesPerSecond) {
        return List.of(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=160x120:rate=" + framesPerSecond + ":duration=" + seconds,
                "-f",
                "lavfi",
                "-i",
                "sine=frequency=440:sample_rate=48000:duration=" + seconds);
    }

    static List<String> pictures(int seconds, int framesPerSecond) {
        return picturesAndTone(seconds, framesPerSecond).subList(0, 4);
    }

    static List<String> tone(int seconds) {
        return picturesAndTone(seconds, 1).subList(4, 8);
    }

    @SafeVarargs
    static Path make(Path file, List<String>... arguments) {
        List<String> all = new ArrayList<>();
        for (List<String> part : arguments) {
            all.addAll(part);
        }
        all.add("file:" + file);
        FfmpegOutcome outcome =
                new FfmpegRunner(ffmpeg()).run(new FfmpegCommand(all, BUDGET), ProgressListener.ignoring());
        if (!(outcome instanceof FfmpegOutcome.Completed)) {
            throw new IllegalStateException(file + ": " + outcome);
        }
        return file;
    }
}
