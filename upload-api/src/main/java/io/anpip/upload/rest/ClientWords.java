package io.anpip.upload.rest;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What clients of other protocols say of a file in a free JSON object: whatever is no text there counts for nothing. */
final class ClientWords {

    private ClientWords() {}

    /** The text of this name; empty when there is none. */
    static Optional<String> text(Map<String, ? extends @Nullable Object> words, String name) {
        return Optional.<Object>ofNullable(words.get(name))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isBlank());
    }
}
