package io.anpip.projector.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When a delivery is tried: pure.
 *
 * @param delays before each attempt, the first included
 * @param jitter up to this share of a delay is added
 */
record RetrySchedule(List<Duration> delays, double jitter) {

    /** An endpoint may ask for patience, but not for more than this. */
    private static final Duration LONGEST_WISH = Duration.ofHours(24);

    RetrySchedule {
        delays = List.copyOf(delays);
        if (delays.isEmpty() || jitter < 0) {
            throw new IllegalArgumentException("A retry schedule has at least one attempt and no negative jitter");
        }
    }

    Duration beforeFirst() {
        return delays.getFirst();
    }

    /**
     * How long to wait after an attempt that failed; empty when it was the last.
     *
     * @param attempts attempts made so far, at least 1
     * @param wish what the endpoint's Retry-After asked for
     * @param random from 0 to 1
     */
    Optional<Duration> after(int attempts, Optional<Duration> wish, double random) {
        if (attempts >= delays.size()) {
            return Optional.empty();
        }
        Duration planned = delays.get(attempts);
        Duration spread = planned.plusMillis(Math.round(planned.toMillis() * jitter * random));
        Duration wished = wish.map(asked -> shorter(asked, LONGEST_WISH)).orElse(Duration.ZERO);
        return Optional.of(longer(spread, wished));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
