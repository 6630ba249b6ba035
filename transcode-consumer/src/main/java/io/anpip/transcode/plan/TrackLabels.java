package io.anpip.transcode.plan;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what players show for the tracks of one kind: safe inside a playlist, and different for each (RFC 8216, 4.3.4.1). */
final class TrackLabels {

    private static final Pattern NOT_SHOWN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}\"]+");
    private static final int LONGEST = 60;

    private final Set<String> taken = new HashSet<>();

    /**
     * The label of the next track.
     *
     * @param title what the file calls it
     * @param language its BCP 47 tag
     * @param remark what tells it from others in its language, such as "forced"; may be empty
     * @param otherwise what it is called where the file says nothing
     */
    String next(Optional<String> title, Optional<String> language, String remark, String otherwise) {
        String label = title.map(
                        given -> NOT_SHOWN.matcher(given).replaceAll(" ").strip())
                .filter(given -> !given.isEmpty())
                .map(TrackLabels::shortened)
                .orElseGet(() -> language.map(LanguageTag::englishName).orElse(otherwise)
                        + (remark.isEmpty() ? "" : " (" + remark + ")"));
        String candidate = label;
        for (int number = 2; !taken.add(candidate); number++) {
            candidate = label + " (" + number + ")";
        }
        return candidate;
    }

    private static String shortened(String title) {
        return title.codePointCount(0, title.length()) <= LONGEST
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST));
    }
}
