package io.anpip.transcode.plan;

import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;

/** Makes BCP 47 tags of what files call the language of a track. Pure. */
final class LanguageTag {

    private static final Set<String> SAYS_NOTHING = Set.of("und", "mis", "mul", "zxx", "qaa");
    private static final int LONGEST = 35;

    private static final Map<String, String> TWO_LETTER_CODES = twoLetterCodes();

    private LanguageTag() {}

    /** The tag of a code from a file: "eng" becomes "en", "por-BR" becomes "pt-BR"; what says nothing, or is no code, becomes empty. */
    static Optional<String> of(String code) {
        String given = code.strip().replace('_', '-');
        if (given.isEmpty() || given.length() > LONGEST) {
            return Optional.empty();
        }
        String[] parts = given.split("-", 2);
        String language = parts[0].toLowerCase(Locale.ROOT);
        if (!language.matches("[a-z]{2,3}") || SAYS_NOTHING.contains(language)) {
            return Optional.empty();
        }
        String shortest = TWO_LETTER_CODES.getOrDefault(language, language);
        try {
            String tag = parts.length == 1 ? shortest : shortest + '-' + parts[1];
            return Optional.of(new Locale.Builder().setLanguageTag(tag).build().toLanguageTag());
        } catch (IllformedLocaleException onlyTheLanguageIsUsable) {
            return Optional.of(shortest);
        }
    }

    /** What the language is called in English. */
    static String englishName(String tag) {
        return Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
    }

    private static Map<String, String> twoLetterCodes() {
        // The bibliographic codes of ISO 639-2, which the JDK does not know: MP4 and Matroska files use them too.
        Map<String, String> codes = new HashMap<>(Map.ofEntries(
                Map.entry("alb", "sq"),
                Map.entry("arm", "hy"),
                Map.entry("baq", "eu"),
                Map.entry("bur", "my"),
                Map.entry("chi", "zh"),
                Map.entry("cze", "cs"),
                Map.entry("dut", "nl"),
                Map.entry("fre", "fr"),
                Map.entry("geo", "ka"),
                Map.entry("ger", "de"),
                Map.entry("gre", "el"),
                Map.entry("ice", "is"),
                Map.entry("mac", "mk"),
                Map.entry("may", "ms"),
                Map.entry("per", "fa"),
                Map.entry("rum", "ro"),
                Map.entry("slo", "sk"),
                Map.entry("tib", "bo"),
                Map.entry("wel", "cy")));
        for (String language : Locale.getISOLanguages()) {
            try {
                codes.put(Locale.of(language).getISO3Language(), language);
            } catch (MissingResourceException withoutThreeLetters) {
                continue;
            }
        }
        return Map.copyOf(codes);
    }
}
