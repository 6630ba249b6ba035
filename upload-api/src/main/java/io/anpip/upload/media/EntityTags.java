package io.anpip.upload.media;

import java.util.Arrays;
import java.util.Optional;

/** Compares entity tags of conditional requests. */
public final class EntityTags {

    private EntityTags() {}

    /** Whether an {@code If-None-Match} header names this tag (weak comparison): the client has it already. */
    public static boolean matches(Optional<String> ifNoneMatch, String etag) {
        return ifNoneMatch
                .filter(header -> Arrays.stream(header.split(",", -1))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals("*") || strong(tag).equals(strong(etag))))
                .isPresent();
    }

    /** Whether a range may be answered: without {@code If-Range}, or when it names this very tag. */
    public static boolean allowsRange(Optional<String> ifRange, String etag) {
        return ifRange.map(tag -> tag.strip().equals(etag)).orElse(true);
    }

    private static String strong(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
