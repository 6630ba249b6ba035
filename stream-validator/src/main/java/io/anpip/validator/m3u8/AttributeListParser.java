package io.anpip.validator.m3u8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads attribute lists: names, commas and quotes, and what breaks their form. */
final class AttributeListParser {

    private static final Pattern ATTRIBUTE = Pattern.compile("([^=,\"]*)=(\"[^\"]*\"|[^,\"]*)(,|$)");
    private static final Pattern NAME = Pattern.compile("[A-Z0-9-]+");

    private AttributeListParser() {}

    /**
     * Reads a list.
     *
     * @param problems takes a sentence for each thing that is wrong
     */
    static Map<String, String> parse(String list, Consumer<String> problems) {
        Map<String, String> values = new LinkedHashMap<>();
        Matcher matcher = ATTRIBUTE.matcher(list);
        int position = 0;
        boolean more = !list.isEmpty();
        while (more) {
            if (!matcher.find(position) || matcher.start() != position) {
                problems.accept("the attribute list cannot be read from \"" + cut(list.substring(position))
                        + "\" on; it should be NAME=value pairs with commas between them");
                return values;
            }
            String name = matcher.group(1);
            String value = matcher.group(2);
            if (!NAME.matcher(name).matches()) {
                problems.accept("\"" + cut(name) + "\" is no attribute name: capitals, digits and hyphens are allowed");
            }
            if (value.isEmpty() || value.strip().length() != value.length()) {
                problems.accept(name + " has no value, or blanks around it");
            }
            if (values.putIfAbsent(name, value) != null) {
                problems.accept(name + " occurs twice; an attribute may occur once in a list");
            }
            position = matcher.end();
            more = matcher.group(3).equals(",");
        }
        return values;
    }

    private static String cut(String text) {
        return text.length() > 30 ? text.substring(0, 30) + "..." : text;
    }
}
