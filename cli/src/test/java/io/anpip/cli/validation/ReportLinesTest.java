package io.anpip.cli.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.cli.terminal.Style;
import io.anpip.validator.report.Extent;
import io.anpip.validator.report.Finding;
import io.anpip.validator.report.Place;
import io.anpip.validator.report.Report;
import io.anpip.validator.rule.AppleRule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportLinesTest {
    private static final Extent EXTENT = new Extent(7, 4, 25, 3 << 20, 30.2);

    @Test
    void brokenRulesAreShownWithTheirPlacesAndTheVerdictAtTheEnd() {
        Finding must = new Finding(AppleRule.PEAK_RATE, Place.line("master.m3u8", 9), "BANDWIDTH is 1 kbps.");
        Finding should = new Finding(AppleRule.CONTINUOUS, Place.of("240p/playlist.m3u8"), "A tag stands there.");
        Report report = new Report(
                "DIR", EXTENT, List.of(should, must), Map.of(AppleRule.PEAK_RATE, 3, AppleRule.CONTINUOUS, 1));

        assertThat(ReportLines.of(report, Style.PLAIN))
                .containsExactly(
                        "DIR",
                        "7 HLS playlists, 4 DASH representations, 25 files (3.0 MiB), 30.2 s",
                        "",
                        "MUST    Apple 1.27  The measured peak bit rate of a complete stream is within 10 % of BANDWIDTH.",
                        "    master.m3u8, line 9",
                        "      BANDWIDTH is 1 kbps.",
                        "    and 2 more",
                        "",
                        "SHOULD  Apple 7.1  Segments continue each other, without EXT-X-DISCONTINUITY.",
                        "    240p/playlist.m3u8",
                        "      A tag stands there.",
                        "",
                        "!! does not conform  3 MUST, 1 SHOULD, by the rules of docs/validator.md");
    }

    @Test
    void aStreamThatConformsIsThreeLinesAndAGap() {
        Report report = new Report("DIR", EXTENT, List.of(), Map.of());

        assertThat(ReportLines.of(report, Style.PLAIN))
                .hasSize(4)
                .last()
                .isEqualTo("ok conforms  0 MUST, 0 SHOULD, by the rules of docs/validator.md");
    }
}
