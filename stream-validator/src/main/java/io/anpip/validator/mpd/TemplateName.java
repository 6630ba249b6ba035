package io.anpip.validator.mpd;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills in the pattern of a SegmentTemplate (ISO/IEC 23009-1, 5.3.9.4.4). */
public final class TemplateName {

    private static final Pattern IDENTIFIER = Pattern.compile("\\$([A-Za-z]*)(?:%0([1-9][0-9]?)d)?\\$");

    private TemplateName() {}

    /** What is wrong with a pattern, if anything. */
    public static Optional<String> problem(String pattern) {
        Matcher matcher = IDENTIFIER.matcher(pattern);
        while (matcher.find()) {
            if (!matcher.group(1).matches("|RepresentationID|Number|Time|Bandwidth")) {
                return Optional.of("$" + matcher.group(1) + "$ is no identifier of a template");
            }
        }
        return matcher.reset().replaceAll("").contains("$")
                ? Optional.of("a $ stands alone in \"" + pattern + "\"")
                : Optional.empty();
    }

    /** The name of a segment. */
    public static String of(String pattern, Manifest.Representation representation, long number, long time) {
        return IDENTIFIER.matcher(pattern).replaceAll(found -> {
            String value = switch (found.group(1)) {
                case "RepresentationID" -> representation.id();
                case "Number" -> padded(number, found.group(2));
                case "Time" -> padded(time, found.group(2));
                case "Bandwidth" -> padded(representation.whole("bandwidth").orElse(0L), found.group(2));
                default -> "$";
            };
            return Matcher.quoteReplacement(value);
        });
    }

    private static String padded(long value, @org.jspecify.annotations.Nullable String width) {
        return width == null ? Long.toString(value) : String.format(Locale.ROOT, "%0" + width + "d", value);
    }
}
