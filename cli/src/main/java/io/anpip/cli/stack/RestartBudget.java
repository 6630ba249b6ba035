package io.anpip.cli.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How often a part has been restarted lately, and so whether and when it may be again; pure.
 *
 * @param restarts the recent ones
 */
record RestartBudget(List<Instant> restarts) {
    private static final int MOST = 6;
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    RestartBudget {
        restarts = List.copyOf(restarts);
    }

    static RestartBudget full() {
        return new RestartBudget(List.of());
    }

    /** Whether there have been too many to go on. */
    boolean isSpent(Instant now) {
        return recent(now).size() >= MOST;
    }

    /** How many have been tried lately. */
    int spent(Instant now) {
        return recent(now).size();
    }

    /** When the next may be: at once for the first, then after 1, 2, 4 ... seconds. */
    boolean isDue(Instant now) {
        List<Instant> recent = recent(now);
        return recent.isEmpty() || !now.isBefore(recent.getLast().plus(waitAfter(recent.size())));
    }

    RestartBudget spendOne(Instant now) {
        List<Instant> after = new ArrayList<>(recent(now));
        after.add(now);
        return new RestartBudget(after);
    }

    private static Duration waitAfter(int restarts) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(restarts - 1, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private List<Instant> recent(Instant now) {
        return restarts.stream()
                .filter(restart -> restart.isAfter(now.minus(WINDOW)))
                .toList();
    }
}
