package io.anpip.validator.m3u8;

import java.util.Map;
import java.util.Optional;

/**
 * An attribute list (RFC 8216, 4.2), and the line it stands on.
 *
 * @param tag the tag it belongs to, such as {@code EXT-X-MEDIA}
 * @param line the line, counted from 1
 * @param values raw values by name, quotes included
 */
public record Attributes(String tag, int line, Map<String, String> values) {

    public Attributes {
        values = Map.copyOf(values);
    }

    /** Whether the attribute is there. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** The value, without quotes. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(Attributes::unquoted);
    }

    /** The value as a whole number. */
    public Optional<Long> integer(String name) {
        return text(name).filter(value -> value.matches("[0-9]{1,18}")).map(Long::valueOf);
    }

    /** The value as a decimal number. */
    public Optional<Double> decimal(String name) {
        return text(name)
                .filter(value -> value.matches("[0-9]{1,12}(\\.[0-9]{1,12})?"))
                .map(Double::valueOf);
    }

    /** The value as width and height. */
    public Optional<Resolution> resolution(String name) {
        return text(name).flatMap(Resolution::parse);
    }

    /** Whether the value is YES. */
    public boolean yes(String name) {
        return "YES".equals(values.get(name));
    }

    private static String unquoted(String raw) {
        return raw.length() >= 2 && raw.startsWith("\"") && raw.endsWith("\"")
                ? raw.substring(1, raw.length() - 1)
                : raw;
    }
}
