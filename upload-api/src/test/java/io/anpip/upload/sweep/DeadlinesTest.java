package io.anpip.upload.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.schemas.VideoId;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

    private static final VideoId ID = VideoId.of("019ce617-5095-72d1-8681-df8f5f5a9483");
    private static final Deadlines DEADLINES = new Deadlines(Duration.ofMinutes(5), 2, 250_000, 3);

    private static UnsettledVideo silentFor(Duration silence, int reissues) {
        return new UnsettledVideo(ID, 1, reissues, 1, OptionalDouble.of(60), silence);
    }

    @Test
    void theDeadlineIsTheBaseAndSoManyTimesTheMediaInWork() {
        assertThat(DEADLINES.verdict(silentFor(Duration.ofSeconds(419), 0), 60))
                .isEqualTo(new Verdict.Wait(Duration.ofSeconds(1)));
        assertThat(DEADLINES.verdict(silentFor(Duration.ofSeconds(421), 0), 60)).isEqualTo(new Verdict.Reissue());
        assertThat(DEADLINES.verdict(silentFor(Duration.ofSeconds(421), 0), 61)).isInstanceOf(Verdict.Wait.class);
    }

    @Test
    void workIsBegunAgainABoundedNumberOfTimes() {
        Duration late = Duration.ofHours(1);
        assertThat(DEADLINES.verdict(silentFor(late, 2), 60)).isEqualTo(new Verdict.Reissue());
        assertThat(DEADLINES.verdict(silentFor(late, 3), 60)).isEqualTo(new Verdict.GiveUp(3));
    }

    @Test
    void aSourceNobodyHasLookedIntoIsTakenByItsSize() {
        UnsettledVideo known = silentFor(Duration.ZERO, 0);
        UnsettledVideo unknown = new UnsettledVideo(ID, 1, 0, 25_000_000, OptionalDouble.empty(), Duration.ZERO);
        assertThat(DEADLINES.mediaSeconds(List.of(known, unknown))).isEqualTo(160);
    }
}
