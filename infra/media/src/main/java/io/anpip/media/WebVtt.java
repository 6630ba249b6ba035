package io.anpip.media;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes WebVTT files, for chapters and for seek-bar previews. Whatever a text holds, it cannot end its cue early. */
public final class WebVtt {

    private WebVtt() {}

    /** A stretch of time and the lines shown in it. */
    public record Cue(Duration start, Duration end, List<String> lines) {
        public Cue {
            if (start.isNegative() || end.compareTo(start) < 0) {
                throw new IllegalArgumentException("a cue runs forward from zero on: " + start + " to " + end);
            }
            lines = List.copyOf(lines);
        }

        public static Cue of(Duration start, Duration end, String text) {
            return new Cue(start, end, List.of(text));
        }
    }

    /** A whole file: the header, then the cues as given. */
    public static String file(List<Cue> cues) {
        return cues.stream().map(WebVtt::block).collect(Collectors.joining("\n", "WEBVTT\n\n", ""));
    }

    /** {@code HH:MM:SS.mmm}, rounded to the nearest millisecond. */
    public static String time(Duration duration) {
        long millis = Math.floorDiv(duration.plusNanos(500_000).toNanos(), 1_000_000L);
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%03d",
                millis / 3_600_000,
                millis / 60_000 % 60,
                millis / 1000 % 60,
                millis % 1000);
    }

    /** Makes a text safe inside a cue: one line, and no mark-up, so also no {@code -->}. */
    public static String escape(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ")
                .strip()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    private static String block(Cue cue) {
        // An empty line ends a cue, so empty lines are left out.
        String text = cue.lines().stream()
                .map(WebVtt::escape)
                .filter(line -> !line.isEmpty())
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        return time(cue.start()) + " --> " + time(cue.end()) + "\n" + text;
    }
}
