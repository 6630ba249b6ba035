package io.anpip.transcode.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.schemas.Loudness;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuredLoudnessTest {

    @Test
    void readsTheSummaryOfTheFilter() {
        List<String> log = """
                [Parsed_ebur128_0 @ 0x7facbc001c00] [info] Summary:

                  Integrated loudness:
                    I:         -18.4 LUFS
                    Threshold: -28.5 LUFS

                  Loudness range:
                    LRA:         6.2 LU
                    Threshold: -38.6 LUFS
                    LRA low:   -22.0 LUFS
                    LRA high:  -15.8 LUFS

                  True peak:
                    Peak:       -1.1 dBFS
                [out#0/mp4 @ 0x561c64792740] [info] video:0KiB audio:7750KiB subtitle:0KiB other streams:0KiB
                """.lines().toList();

        assertThat(MeasuredLoudness.in(log)).contains(new Loudness(-18.4, 6.2, -1.1, 0));
    }

    @Test
    void silenceHasALoudnessAndAPeakThatAreNumbers() {
        List<String> log = List.of("    I:         -70.0 LUFS", "    LRA:         0.0 LU", "    Peak:       -inf dBFS");

        assertThat(MeasuredLoudness.in(log)).contains(new Loudness(-70, 0, -150, 0));
    }

    @Test
    void aLogWithoutASummaryHoldsNone() {
        assertThat(MeasuredLoudness.in(List.of("[info] size=    7860KiB time=00:10:00.00")))
                .isEmpty();
    }
}
