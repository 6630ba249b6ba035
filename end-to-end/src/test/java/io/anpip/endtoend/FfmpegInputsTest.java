package io.anpip.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No command line of a worker names an input of its own: all take it from {@code MediaInput}, which forces the demuxer and allows
 * the loopback source alone. Nor does one use a filter that opens what it is told.
 */
class FfmpegInputsTest {

    private static final List<String> WORKERS =
            List.of("infra/media", "transcode-consumer", "thumbnail-consumer", "chapter-consumer");

    private static final Pattern INPUT = Pattern.compile("\"(?:[^\"]* )?-i(?: [^\"]*)?\"");
    private static final Pattern OPENING_FILTER = Pattern.compile(
            "\"[^\"]*\\b(?:a?movie|subtitles|ass|drawtext|lut3d|haldclut|a?sendcmd|dnn_[a-z]+|ladspa|frei0r)=");

    @Test
    void everyInputOfAWorkerComesFromTheOnePlaceThatGuardsIt() {
        assertThat(sources().filter(file -> INPUT.matcher(text(file)).find()))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("MediaInput.java");
    }

    @Test
    void noFilterOfAWorkerOpensFiles() {
        assertThat(sources().filter(file -> OPENING_FILTER.matcher(text(file)).find()))
                .isEmpty();
    }

    private static Stream<Path> sources() {
        return WORKERS.stream()
                .map(module -> Checkout.root().resolve(module).resolve("src/main/java"))
                .flatMap(folder -> {
                    try (Stream<Path> files = Files.walk(folder)) {
                        return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
