package io.anpip.upload.session;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Makes names that users send fit to be shown and stored; they never become paths, keys or arguments. */
public final class DisplayName {

    /** Longest name that is kept, in characters. */
    public static final int MAX_LENGTH = 255;

    /**
     * Control and format characters (bidirectional overrides among them), lone surrogates, line and paragraph
     * separators.
     */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private DisplayName() {}

    /** The name of a file without folders and unseen characters; "video" when nothing is left. */
    public static String ofFile(String sent) {
        String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String clean = ofTitle(name);
        return clean.isEmpty() ? "video" : clean;
    }

    /** A title without unseen characters; may be empty. */
    public static String ofTitle(String sent) {
        String composed = Normalizer.normalize(sent, Normalizer.Form.NFC);
        String seen = UNSEEN.matcher(SPACES.matcher(composed).replaceAll(" ")).replaceAll("");
        String clean = seen.strip();
        return clean.length() <= MAX_LENGTH ? clean : clean.substring(0, MAX_LENGTH);
    }
}
