package io.anpip.thumbnail.command;

import java.time.Duration;
import java.util.Locale;

/** Writes times as FFmpeg reads them, the same in every locale. */
final class Seconds {

    private Seconds() {}

    static String exactly(double seconds) {
        return String.format(Locale.ROOT, "%.6f", seconds);
    }

    static String of(Duration time) {
        return String.format(Locale.ROOT, "%d.%03d", time.toMillis() / 1000, time.toMillis() % 1000);
    }
}
