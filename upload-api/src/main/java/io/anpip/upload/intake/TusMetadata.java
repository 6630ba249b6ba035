package io.anpip.upload.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The header {@code Upload-Metadata} of tus 1.0: keys, each with a value in base64 or without one.
 *
 * @param header as it was sent
 * @param values decoded
 */
public record TusMetadata(String header, Map<String, String> values) {

    private static final int LONGEST = 8 * 1024;
    private static final Pattern KEY = Pattern.compile("[!-+\\--~]+");

    public TusMetadata {
        values = Map.copyOf(values);
    }

    /** Reads the header; empty when it is not what the protocol says. */
    public static Optional<TusMetadata> parse(String header) {
        if (header.length() > LONGEST) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : header.isBlank() ? new String[0] : header.split(",", -1)) {
            String[] parts = pair.strip().split(" ", 2);
            Optional<String> value = decoded(parts.length == 2 ? parts[1].strip() : "");
            if (!KEY.matcher(parts[0]).matches() || value.isEmpty() || values.containsKey(parts[0])) {
                return Optional.empty();
            }
            values.put(parts[0], value.get());
        }
        return Optional.of(new TusMetadata(header, values));
    }

    /** The first of these keys that has a value. */
    public Optional<String> first(String... keys) {
        for (String key : keys) {
            String value = values.getOrDefault(key, "");
            if (!value.isBlank()) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> decoded(String base64) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getDecoder().decode(base64)))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException unreadable) {
            return Optional.empty();
        }
    }
}
