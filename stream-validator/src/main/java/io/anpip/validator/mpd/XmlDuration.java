package io.anpip.validator.mpd;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads durations of XML Schema that have no years and months. */
final class XmlDuration {

    private static final double NANOSECONDS = 1e9;

    private XmlDuration() {}

    static Optional<Double> seconds(String text) {
        try {
            Duration duration = Duration.parse(text);
            return Optional.of(duration.getSeconds() + duration.getNano() / NANOSECONDS);
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
