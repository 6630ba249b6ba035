package io.anpip.validator;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.validator.report.Finding;
import io.anpip.validator.report.Report;
import io.anpip.validator.rule.AppleRule;
import io.anpip.validator.rule.DashRule;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams that are encoded in another way. */
class OtherStreamsIT {

    @TempDir
    private Path work;

    @Test
    void interlacedPicturesAreFound() throws IOException {
        Report report = validated(24, "-c:v libx264 -preset veryfast -profile:v high -x264-params interlaced=1");

        assertThat(report.findings().stream().map(Finding::rule)).containsOnly(AppleRule.PROGRESSIVE);
    }

    @Test
    void moreThanSixtyFramesASecondAreFound() throws IOException {
        Report report = validated(100, "-c:v libx264 -preset ultrafast -profile:v high -x264-params cabac=1:8x8dct=1");

        assertThat(report.violations().stream().map(Finding::rule)).containsOnly(AppleRule.FRAME_RATE_LIMIT);
    }

    @Test
    void hevcHasItsOwnCodecsString() throws IOException {
        Report report = validated(
                24, "-c:v libx265 -preset ultrafast -x265-params log-level=none:scenecut=0:open-gop=0 -tag:v hvc1");

        assertThat(report.findings().stream().map(Finding::rule).distinct())
                .containsExactlyInAnyOrder(AppleRule.CODECS, AppleRule.I_FRAME_CODECS, DashRule.CODECS);
        assertThat(report.text()).contains("hvc1.1.6.L");
    }

    @Test
    void av1HasItsOwnCodecsString() throws IOException {
        Report report = validated(24, "-c:v libsvtav1 -preset 12 -svtav1-params lookahead=0:pred-struct=1");

        assertThat(report.findings().stream().map(Finding::rule).distinct())
                .containsExactlyInAnyOrder(AppleRule.CODECS, AppleRule.I_FRAME_CODECS, DashRule.CODECS);
        assertThat(report.text()).contains("av01.0.00M.08");
    }

    private Report validated(int rate, String video) throws IOException {
        return StreamValidator.ofFolder(StreamMaker.make(work.resolve("stream"), rate, video))
                .validate();
    }
}
