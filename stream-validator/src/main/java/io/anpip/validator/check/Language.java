package io.anpip.validator.check;

import java.util.IllformedLocaleException;
import java.util.Locale;

/** Tells language tags of RFC 5646 from other text. */
final class Language {

    private Language() {}

    static boolean isTag(String text) {
        try {
            return !text.isEmpty()
                    && !new Locale.Builder()
                            .setLanguageTag(text)
                            .build()
                            .toLanguageTag()
                            .isEmpty();
        } catch (IllformedLocaleException none) {
            return false;
        }
    }
}
