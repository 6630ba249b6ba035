package io.anpip.validator.m3u8;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Width and height, in pixels or in tiles. */
public record Resolution(int width, int height) {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})x([0-9]{1,9})");

    /** Reads such as {@code 1280x720}. */
    public static Optional<Resolution> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new Resolution(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
