package io.anpip.cli.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
    private final RetrySchedule schedule = new RetrySchedule(4, Duration.ofMillis(100), Duration.ofMillis(300));

    @Test
    void pausesDoubleUpToTheLongest() {
        assertThat(schedule.pauseAfter(1, 0)).isEqualTo(Duration.ofMillis(100));
        assertThat(schedule.pauseAfter(2, 0)).isEqualTo(Duration.ofMillis(200));
        assertThat(schedule.pauseAfter(3, 0)).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void theSpreadTakesAwayUpToHalf() {
        assertThat(schedule.pauseAfter(1, 1)).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void endsAfterItsAttempts() {
        assertThat(schedule.goesOn(3)).isTrue();
        assertThat(schedule.goesOn(4)).isFalse();
    }
}
