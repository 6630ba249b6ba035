package io.anpip.projector.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private static final RetrySchedule STANDARD = new RetrySchedule(
            List.of(
                    Duration.ZERO,
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(5),
                    Duration.ofHours(10),
                    Duration.ofHours(14),
                    Duration.ofHours(20),
                    Duration.ofHours(24)),
            0.1);

    @Test
    void theLastOfTenAttemptsIsThreeDaysAfterTheFirst() {
        List<Duration> pauses = new ArrayList<>();
        for (int attempts = 1; attempts <= 10; attempts++) {
            STANDARD.after(attempts, Optional.empty(), 0).ifPresent(pauses::add);
        }

        assertThat(STANDARD.beforeFirst()).isZero();
        assertThat(pauses).hasSize(9);
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.ofMinutes(75 * 60 + 35).plusSeconds(5));
    }

    @Test
    void jitterAddsUpToATenth() {
        assertThat(STANDARD.after(2, Optional.empty(), 1)).contains(Duration.ofSeconds(330));
    }

    @Test
    void anEndpointMayAskForMorePatienceButNotForLess() {
        assertThat(STANDARD.after(1, Optional.of(Duration.ofMinutes(2)), 0)).contains(Duration.ofMinutes(2));
        assertThat(STANDARD.after(3, Optional.of(Duration.ofSeconds(1)), 0)).contains(Duration.ofMinutes(30));
        assertThat(STANDARD.after(1, Optional.of(Duration.ofDays(365)), 0)).contains(Duration.ofHours(24));
    }

    @Test
    void retryAfterIsReadAsSecondsAndAsDate() {
        Instant now = Instant.parse("2026-03-01T10:00:00Z");
        assertThat(RetryAfter.parse("120", now)).contains(Duration.ofMinutes(2));
        assertThat(RetryAfter.parse("Sun, 01 Mar 2026 10:01:00 GMT", now)).contains(Duration.ofMinutes(1));
        assertThat(RetryAfter.parse("Sun, 01 Mar 2026 09:01:00 GMT", now)).isEmpty();
        assertThat(RetryAfter.parse("soon", now)).isEmpty();
        assertThat(RetryAfter.parse("99999999999999999999", now)).isEmpty();
    }

    @Test
    void onlyAnswersInTheTwoHundredsAreDeliveries() {
        assertThat(DeliveryOutcome.answered(204, Optional.empty())).isEqualTo(new DeliveryOutcome.Delivered());
        assertThat(DeliveryOutcome.answered(410, Optional.empty())).isEqualTo(new DeliveryOutcome.Gone());
        assertThat(DeliveryOutcome.answered(302, Optional.empty()))
                .isEqualTo(new DeliveryOutcome.NotDelivered("The endpoint answered 302", Optional.empty()));
    }
}
