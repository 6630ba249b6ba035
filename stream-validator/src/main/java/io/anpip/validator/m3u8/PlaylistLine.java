package io.anpip.validator.m3u8;

/**
 * A line that means something.
 *
 * @param number its number, from 1
 * @param tag name of the tag without {@code #}, or empty for a URI
 * @param value what follows the colon of a tag, or the URI
 */
record PlaylistLine(int number, String tag, String value) {

    boolean isUri() {
        return tag.isEmpty();
    }
}
