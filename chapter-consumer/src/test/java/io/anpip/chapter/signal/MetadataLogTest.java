package io.anpip.chapter.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetadataLogTest {

    @Test
    void readsTheTimesOfFrames() {
        String log = """
                frame:285  pts:145920  pts_time:11.875
                lavfi.scd.score=30.038
                frame:378  pts:193536  pts_time:15.75
                lavfi.scd.score=25.659
                """;

        assertThat(MetadataLog.times(log.lines())).containsExactly(11.875, 15.75);
    }

    @Test
    void readsIntervalsFromTheirTwoEnds() {
        String log = """
                frame:0    pts:0       pts_time:0
                lavfi.black_start=0
                frame:50   pts:25600   pts_time:2
                lavfi.black_end=2
                frame:200  pts:102400  pts_time:8
                lavfi.black_start=8
                """;

        assertThat(MetadataLog.intervals(log.lines(), "lavfi.black_start", "lavfi.black_end", 10))
                .containsExactly(new Interval(0, 2), new Interval(8, 10));
    }

    @Test
    void readsSilencesWhoseLengthStandsBesideThem() {
        String log = """
                frame:217  pts:222208  pts_time:5.03873
                lavfi.silence_start=4.5
                frame:221  pts:226304  pts_time:5.13161
                lavfi.silence_end=5.12
                lavfi.silence_duration=0.62
                """;

        assertThat(MetadataLog.intervals(log.lines(), "lavfi.silence_start", "lavfi.silence_end", 10))
                .containsExactly(new Interval(4.5, 5.12));
    }

    @Test
    void passesOverWhatItDoesNotUnderstand() {
        String log = """
                frame:1 pts:NOPTS pts_time:NOPTS
                lavfi.scd.score=99
                some.other.key=value
                frame:2 pts:2 pts_time:2
                lavfi.scd.score=nan
                lavfi.black_end=3
                """;

        assertThat(MetadataLog.times(log.lines())).containsExactly(2.0);
        assertThat(MetadataLog.intervals(log.lines(), "lavfi.black_start", "lavfi.black_end", 10))
                .isEmpty();
    }
}
