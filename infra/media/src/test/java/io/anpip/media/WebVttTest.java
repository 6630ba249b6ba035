package io.anpip.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anpip.media.WebVtt.Cue;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebVttTest {

    @Test
    void writesAHeaderAndOneBlockPerCue() {
        String file = WebVtt.file(List.of(
                Cue.of(Duration.ZERO, Duration.ofSeconds(10), "Opening"),
                new Cue(Duration.ofSeconds(10), Duration.ofMillis(3_723_450), List.of("First line", "Second line"))));

        assertThat(file).isEqualTo("""
                        WEBVTT

                        00:00:00.000 --> 00:00:10.000
                        Opening

                        00:00:10.000 --> 01:02:03.450
                        First line
                        Second line
                        """);
    }

    @Test
    void leavesTheFragmentOfAPreviewSheetAsItIs() {
        assertThat(WebVtt.file(List.of(Cue.of(Duration.ZERO, Duration.ofSeconds(5), "sheet-1.jpg#xywh=160,90,160,90"))))
                .contains("\nsheet-1.jpg#xywh=160,90,160,90\n");
    }

    @Test
    void noTextCanEndItsCueOrStartAnother() {
        String file = WebVtt.file(List.of(Cue.of(
                Duration.ZERO,
                Duration.ofSeconds(1),
                "A & B\n\n00:00:00.000 --> 00:00:01.000\r\n<script>\u0000\u2028end")));

        assertThat(file.lines().filter(line -> line.contains("-->"))).hasSize(1);
        assertThat(file).endsWith("A &amp; B 00:00:00.000 --&gt; 00:00:01.000 &lt;script&gt; end\n");
    }

    @Test
    void leavesOutEmptyLines() {
        assertThat(WebVtt.file(List.of(new Cue(Duration.ZERO, Duration.ofSeconds(1), List.of("", "text", "  ")))))
                .isEqualTo("WEBVTT\n\n00:00:00.000 --> 00:00:01.000\ntext\n");
    }

    @Test
    void anEmptyFileIsStillAFile() {
        assertThat(WebVtt.file(List.of())).isEqualTo("WEBVTT\n\n");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 00:00:00.000",
        "499999, 00:00:00.000",
        "500000, 00:00:00.001",
        "59999600000, 00:01:00.000",
        "360000000000000, 100:00:00.000"
    })
    void roundsTimesToTheMillisecond(long nanos, String expected) {
        assertThat(WebVtt.time(Duration.ofNanos(nanos))).isEqualTo(expected);
    }

    @Test
    void refusesACueThatRunsBackwards() {
        assertThatThrownBy(() -> Cue.of(Duration.ofSeconds(2), Duration.ofSeconds(1), "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
