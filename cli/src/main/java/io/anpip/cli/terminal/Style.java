package io.anpip.cli.terminal;

import java.util.regex.Pattern;

/**
 * Marks up text, as far as its reader can show it.
 *
 * @param colour whether colours are wanted
 * @param unicode whether signs beyond ASCII can be shown
 */
public record Style(boolean colour, boolean unicode) {
    private static final Pattern MARKUP = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final String PLAIN_AGAIN = "\u001b[0m";

    /** ASCII without colour. */
    public static final Style PLAIN = new Style(false, false);

    public String good(String text) {
        return painted("32", text);
    }

    public String bad(String text) {
        return painted("31", text);
    }

    public String strong(String text) {
        return painted("1", text);
    }

    public String faint(String text) {
        return painted("2", text);
    }

    public String address(String text) {
        return painted("36", text);
    }

    /** Stands before what is done. */
    public String tick() {
        return good(unicode ? "\u2713" : "ok");
    }

    /** Stands before what failed. */
    public String cross() {
        return bad(unicode ? "\u2717" : "!!");
    }

    /** Stands before what is under way. */
    public String dots() {
        return faint(unicode ? "\u2026" : "..");
    }

    /** A bar of this width, filled as far as the fraction says. */
    public String bar(double fraction, int width) {
        int filled = (int) Math.floor(Math.clamp(fraction, 0, 1) * width);
        String full = unicode ? "\u2588" : "#";
        String empty = unicode ? "\u2591" : "-";
        return full.repeat(filled) + faint(empty.repeat(width - filled));
    }

    private String painted(String code, String text) {
        return colour && !text.isEmpty() ? "\u001b[" + code + "m" + text + PLAIN_AGAIN : text;
    }

    /** The visible length. */
    static int width(String text) {
        return MARKUP.matcher(text).replaceAll("").length();
    }

    /** Text filled up with spaces to this visible width. */
    public static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    /** A line no longer than this, so that a terminal does not wrap it; markup is lost where it has to be cut. */
    static String cut(String line, int width) {
        if (width(line) <= width) {
            return line;
        }
        return MARKUP.matcher(line).replaceAll("").substring(0, width);
    }
}
