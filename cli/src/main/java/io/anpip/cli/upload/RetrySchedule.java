package io.anpip.cli.upload;

import java.time.Duration;

/**
 * How often something is tried and how long the pauses are; pure.
 *
 * @param attempts in all
 * @param first pause; each further one is twice as long
 * @param longest no pause is longer
 */
public record RetrySchedule(int attempts, Duration first, Duration longest) {
    /** Rides out a restart of the API or the store. */
    static final RetrySchedule PATIENT = new RetrySchedule(9, Duration.ofMillis(300), Duration.ofSeconds(10));

    /** Whether there is another attempt after this many. */
    boolean goesOn(int attemptsMade) {
        return attemptsMade < attempts;
    }

    /** How long to wait after this many; a fraction from 0 to 1 takes up to half of it away, so that senders spread. */
    Duration pauseAfter(int attemptsMade, double spread) {
        Duration full = first.multipliedBy(1L << Math.min(attemptsMade - 1, 20));
        Duration bounded = full.compareTo(longest) > 0 ? longest : full;
        return Duration.ofNanos((long) (bounded.toNanos() * (1 - spread / 2)));
    }
}
