package io.anpip.transcode.dash;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds the {@code $Number$} template of file names that count from 1. */
final class NumberedNames {

    private static final Pattern FIRST = Pattern.compile("([A-Za-z0-9_.-]*?)(0*1)(\\.[a-z]+)");

    private NumberedNames() {}

    /** The template; empty when the names do not count through. */
    static Optional<String> template(List<String> names) {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        Matcher first = FIRST.matcher(names.getFirst());
        if (!first.matches()) {
            return Optional.empty();
        }
        String before = first.group(1);
        String after = first.group(3);
        int digits = first.group(2).length();
        boolean counting = IntStream.range(0, names.size())
                .allMatch(index -> names.get(index)
                        .equals(before + String.format(Locale.ROOT, "%0" + digits + "d", index + 1) + after));
        return counting ? Optional.of(before + "$Number%0" + digits + "d$" + after) : Optional.empty();
    }
}
