package io.anpip.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.cli.terminal.Style;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BenchReportTest {
    private static final RunTimes GOOD = new RunTimes(12, 5, 11, 0.5, 0.5, 1, 10, 10);
    private static final RunTimes SLOW = new RunTimes(30, 5, 20, 4, 4, 1, 10, 10);

    @Test
    void ratiosAreMediansSoThatOneBadRunDoesNotDecide() {
        BenchReport report = report(GOOD, SLOW, GOOD);

        assertThat(report.wallRatio()).isEqualTo(1.2);
        assertThat(report.cpuRatio()).isEqualTo(1.1);
        assertThat(report.sideWorkShare()).isEqualTo(1.0 / 11);
        assertThat(report.meetsGoals()).isTrue();
    }

    @Test
    void ofTwoRunsTheMeanCounts() {
        assertThat(report(GOOD, SLOW).wallRatio()).isEqualTo(2.1);
    }

    @Test
    void aGoalThatIsMissedIsMarked() {
        BenchReport report = report(SLOW);

        assertThat(report.meetsGoals()).isFalse();
        assertThat(BenchTable.lines(report, Style.PLAIN))
                .contains("  !!  wall ratio, median            3.00       goal: at most 1.25")
                .contains("  ok  memory idle, all processes    953.7 MiB  goal: at most 2 GB");
    }

    @Test
    void whatBothSidesCopyIsSaid() {
        BenchReport plain = report(GOOD);
        BenchReport copied = new BenchReport(
                "clip.mp4", 2, Optional.empty(), 1, 1, Optional.empty(), List.of(GOOD), List.of("1080p", "audio-0"));

        assertThat(BenchTable.lines(copied, Style.PLAIN))
                .contains("  Copied from the clip as they are, by both: 1080p, audio-0. The ratios are of the rest.");
        assertThat(BenchTable.lines(plain, Style.PLAIN)).noneMatch(line -> line.contains("Copied"));
    }

    @Test
    void processorTimeIsUserAndSystemTimeOfAProcessAndItsEndedChildren() {
        String stat = "42 (a (strange) name) S 1 2 3 4 5 6 7 8 9 10 100 20 3000 400 20 0 1 0 555";

        assertThat(ProcessorTime.ticks(stat)).isEqualTo(3520);
    }

    @Test
    void residentMemoryIsReadInKibibytes() {
        assertThat(ResidentMemory.bytes("VmRSS:\t   57056 kB")).isEqualTo(57056L * 1024);
    }

    private static BenchReport report(RunTimes... runs) {
        return new BenchReport(
                "clip.mp4",
                2,
                Optional.of(20.0),
                1_000_000_000,
                1_000_000_000,
                Optional.empty(),
                List.of(runs),
                List.of());
    }
}
