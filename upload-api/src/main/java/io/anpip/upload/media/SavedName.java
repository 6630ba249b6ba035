package io.anpip.upload.media;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name under which a file to save is saved, as {@code Content-Disposition} (RFC 6266).
 *
 * <p>The wish comes with the request, so it may be anybody's: only its letters, digits and a few harmless signs stay, and the ending is
 * always that of the file's own kind.
 */
public final class SavedName {

    private static final Pattern UNWANTED = Pattern.compile("[^\\p{L}\\p{M}\\p{N} ._()-]+");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern EDGES = Pattern.compile("^[ ._-]+|[ ._-]+$");
    private static final Pattern NOT_ASCII = Pattern.compile("[^ -~]+");
    /** Titles are often the names of the files that were uploaded. */
    private static final Pattern ENDING =
            Pattern.compile("(?i)\\.(?:mp4|m4v|m4a|mov|mkv|webm|avi|ts|mts|m2ts|flv|3gp|mpe?g|wmv|ogv|mp3|wav)$");

    private static final int LONGEST = 100;
    private static final String UNNAMED = "video";

    private SavedName() {}

    /** Value for {@code Content-Disposition} of a file of this kind, with the name that was asked for, if any. */
    public static String disposition(Optional<String> wanted, MediaType type) {
        String name =
                wanted.map(SavedName::harmless).filter(text -> !text.isEmpty()).orElse(UNNAMED);
        String ascii = EDGES.matcher(NOT_ASCII.matcher(name).replaceAll("_")).replaceAll("");
        return "attachment; filename=\"" + (ascii.isEmpty() ? UNNAMED : ascii) + '.' + type.extension()
                + "\"; filename*=UTF-8''" + encoded(name + '.' + type.extension());
    }

    private static String harmless(String wanted) {
        String plain = SPACES.matcher(UNWANTED.matcher(wanted).replaceAll(" ")).replaceAll(" ");
        String named = EDGES.matcher(ENDING.matcher(plain).replaceAll("")).replaceAll("");
        return named.codePointCount(0, named.length()) <= LONGEST
                ? named
                : EDGES.matcher(named.substring(0, named.offsetByCodePoints(0, LONGEST)))
                        .replaceAll("");
    }

    /** RFC 5987: everything but letters and digits as bytes of UTF-8. */
    private static String encoded(String name) {
        StringBuilder text = new StringBuilder();
        for (byte unit : name.getBytes(StandardCharsets.UTF_8)) {
            char sign = (char) unit;
            boolean plain = unit >= 0 && (Character.isLetterOrDigit(sign) || sign == '.' || sign == '-' || sign == '_');
            text.append(plain ? Character.toString(sign) : String.format(Locale.ROOT, "%%%02X", unit & 0xFF));
        }
        return text.toString();
    }
}
