package io.anpip.validator.report;

/**
 * Where something was found.
 *
 * @param resource file, relative to the folder or the address of the stream
 * @param detail line, segment or box in it; empty for the whole of it
 */
public record Place(String resource, String detail) {

    /** The whole of a file. */
    public static Place of(String resource) {
        return new Place(resource, "");
    }

    /** A line of a file, counted from 1. */
    public static Place line(String resource, int line) {
        return new Place(resource, "line " + line);
    }

    /** A part of a file, such as "fragment 2". */
    public static Place part(String resource, String part) {
        return new Place(resource, part);
    }

    @Override
    public String toString() {
        return detail.isEmpty() ? resource : resource + ", " + detail;
    }
}
