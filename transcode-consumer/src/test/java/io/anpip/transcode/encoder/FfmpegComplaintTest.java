package io.anpip.transcode.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FfmpegComplaintTest {

    @Test
    void showsTheLastErrorWithoutAddressesOfThisMachine() {
        String sentence = FfmpegComplaint.sentence(List.of(
                "[info] Stream mapping:",
                "[error] Error opening input file http://127.0.0.1:4711/cc1e0725-bb73-4778 for reading",
                "[info] Conversion ended"));

        assertThat(sentence).isEqualTo("The video can't be decoded: Error opening input file (source) for reading");
    }

    @Test
    void saysSoWhenFfmpegGaveNoReason() {
        assertThat(FfmpegComplaint.sentence(List.of("[info] frame=  1")))
                .isEqualTo("The video can't be decoded: no reason was given.");
    }

    @Test
    void cutsAnEndlessLine() {
        assertThat(FfmpegComplaint.sentence(List.of("[error] " + "x".repeat(10_000))))
                .hasSizeLessThan(300)
                .endsWith("...");
    }
}
