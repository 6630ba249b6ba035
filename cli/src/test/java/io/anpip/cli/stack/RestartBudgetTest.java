package io.anpip.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RestartBudgetTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    @Test
    void theFirstRestartIsAtOnce() {
        assertThat(RestartBudget.full().isDue(NOW)).isTrue();
    }

    @Test
    void eachFurtherRestartWaitsTwiceAsLong() {
        RestartBudget once = RestartBudget.full().spendOne(NOW);
        assertThat(once.isDue(NOW)).isFalse();
        assertThat(once.isDue(NOW.plusSeconds(1))).isTrue();

        RestartBudget twice = once.spendOne(NOW.plusSeconds(1));
        assertThat(twice.isDue(NOW.plusSeconds(2))).isFalse();
        assertThat(twice.isDue(NOW.plusSeconds(3))).isTrue();
    }

    @Test
    void sixInFiveMinutesAreEnough() {
        RestartBudget budget = RestartBudget.full();
        for (int i = 0; i < 6; i++) {
            assertThat(budget.isSpent(NOW.plusSeconds(i))).isFalse();
            budget = budget.spendOne(NOW.plusSeconds(i));
        }
        assertThat(budget.isSpent(NOW.plusSeconds(6))).isTrue();
    }

    @Test
    void whatIsLongAgoDoesNotCount() {
        RestartBudget budget = RestartBudget.full();
        for (int i = 0; i < 6; i++) {
            budget = budget.spendOne(NOW.plusSeconds(i));
        }
        assertThat(budget.isSpent(NOW.plusSeconds(400))).isFalse();
        assertThat(budget.isDue(NOW.plusSeconds(400))).isTrue();
    }
}
