package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Identifies a video, and the upload it came from: a UUIDv7 made by the server. */
public record VideoId(UUID value) {

    private static final Pattern CANONICAL = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Reads an id from its canonical text; for texts that are known to be ours. */
    @JsonCreator
    public static VideoId of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("Not a video id"));
    }

    /** Reads an id from a text a user sent: only the canonical lower-case form of a UUID is one. */
    public static Optional<VideoId> parse(String text) {
        return CANONICAL.matcher(text).matches() ? Optional.of(new VideoId(UUID.fromString(text))) : Optional.empty();
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
