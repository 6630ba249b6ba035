package io.anpip.upload.media;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The key of an object that players may read. Only what has the shape of our own layout is one; so no path of a request
 * reaches another prefix, another bucket or a marker.
 *
 * @param value the key in the media bucket
 */
public record MediaKey(String value) {

    private static final int MAX_LENGTH = 512;
    private static final String NAME = "[A-Za-z0-9_][A-Za-z0-9._-]{0,127}";
    private static final Pattern SERVED = Pattern.compile("videos/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
            + "/(?:g[1-9][0-9]{0,5}/(?:stream|thumbnails|chapters)|chosen)(?:/" + NAME + "){1,6}");

    /** The key in a request path after {@code /media/}, not decoded: a percent sign is in no key of ours. */
    public static Optional<MediaKey> parse(String path) {
        return path.length() <= MAX_LENGTH
                        && SERVED.matcher(path).matches()
                        && MediaType.of(path).isPresent()
                ? Optional.of(new MediaKey(path))
                : Optional.empty();
    }

    /** What kind of file it is, by its name. */
    public MediaType type() {
        return MediaType.of(value).orElseThrow();
    }

    /** The part after the last slash. */
    public String fileName() {
        return value.substring(value.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }
}
