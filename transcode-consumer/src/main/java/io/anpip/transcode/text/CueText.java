package io.anpip.transcode.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes text with HTML-like mark-up safe inside a WebVTT cue: bold, italic and underlined stay and are closed in order, other tags and
 * override codes go, everything else is escaped.
 */
final class CueText {

    /** A tag, or a code such as {@code {\an8}} that SubRip files borrow from SubStation Alpha. */
    private static final Pattern MARK_UP =
            Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)(?:[ .][^<>]*)?>|\\{\\\\[^{}]*}");

    private static final List<String> KEPT = List.of("b", "i", "u");

    private CueText() {}

    /** The text of a cue; empty where there is nothing to show. */
    static String of(String raw) {
        StringBuilder safe = new StringBuilder();
        Deque<String> open = new ArrayDeque<>();
        Matcher markUp = MARK_UP.matcher(raw);
        int done = 0;
        while (markUp.find()) {
            safe.append(escaped(raw.substring(done, markUp.start())));
            done = markUp.end();
            if (markUp.group(2) != null) {
                tag(markUp.group(2).toLowerCase(Locale.ROOT), !markUp.group(1).isEmpty(), open, safe);
            }
        }
        safe.append(escaped(raw.substring(done)));
        while (!open.isEmpty()) {
            safe.append("</").append(open.pop()).append('>');
        }
        return withoutEmptyLines(safe.toString());
    }

    private static void tag(String name, boolean closes, Deque<String> open, StringBuilder safe) {
        if (!KEPT.contains(name) || open.contains(name) != closes) {
            return;
        }
        if (!closes) {
            open.push(name);
            safe.append('<').append(name).append('>');
            return;
        }
        String last;
        do {
            last = open.pop();
            safe.append("</").append(last).append('>');
        } while (!last.equals(name));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String withoutEmptyLines(String text) {
        String lines = text.lines()
                .map(line -> line.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        return lines.replaceAll("<[^>]*>", "").isBlank() ? "" : lines;
    }
}
