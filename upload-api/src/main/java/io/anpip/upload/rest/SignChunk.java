package io.anpip.upload.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.anpip.upload.session.Refusal;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The optional body of a request for a chunk's URL. */
public record SignChunk(
        @Schema(description = "SHA-256 of the chunk, base64. If given, the store refuses any other bytes.") @Nullable
        String checksumSha256) {

    /**
     * The checksum in a body that may be empty. Fails with {@link Refusal.MalformedBody} when it is no JSON of this
     * kind.
     */
    static Optional<String> checksumIn(byte @Nullable [] body, ObjectMapper json) {
        if (body == null || body.length == 0) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(json.readValue(body, SignChunk.class)).map(SignChunk::checksumSha256);
        } catch (IOException notJson) {
            throw new Refusal.MalformedBody("a JSON object with 'checksumSha256', or nothing").asException();
        }
    }
}
