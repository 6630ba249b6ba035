package io.anpip.cli.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.cli.terminal.Style;
import io.anpip.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UploadProgressTest {
    private static final long MIB = 1024 * 1024;

    @Test
    void theLineShowsHowFarHowFastAndHowLong() {
        assertThat(UploadProgress.line(Style.PLAIN, "clip.mp4", 25 * MIB, 100 * MIB, 0, Duration.ofSeconds(5)))
                .isEqualTo(
                        "  clip.mp4  #######---------------------  25 %  25.0 MiB of 100.0 MiB  5.0 MiB/s  15.0 s left");
    }

    @Test
    void whatWasThereBeforeDoesNotMakeItLookFaster() {
        assertThat(UploadProgress.line(Style.PLAIN, "a", 60 * MIB, 100 * MIB, 50 * MIB, Duration.ofSeconds(5)))
                .contains(" 60 % ", "2.0 MiB/s", "20.0 s left");
    }

    @Test
    void anEmptyFileIsCompleteAtOnce() {
        assertThat(UploadProgress.line(Style.PLAIN, "a", 0, 0, 0, Duration.ZERO))
                .contains("100 %");
    }

    @Test
    void aStreamThatIsNoTerminalGetsALineForEveryQuarterAndNoControlCodes() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        Terminal file = new Terminal(new PrintStream(written, true, StandardCharsets.UTF_8), false, Style.PLAIN, 80);
        UploadProgress progress = new UploadProgress(file, "clip.mp4", 100, 0);

        for (int i = 0; i < 100; i++) {
            progress.add(1);
        }
        progress.end();

        assertThat(written.toString(StandardCharsets.UTF_8).lines())
                .hasSize(5)
                .noneMatch(line -> line.contains("\u001b"));
    }
}
