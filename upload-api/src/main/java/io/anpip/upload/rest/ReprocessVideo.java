package io.anpip.upload.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.anpip.upload.session.Refusal;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The optional body of a request to make a video again. */
public record ReprocessVideo(
        @Schema(description = "Encoding profile from now on; the one chosen before when absent.", examples = "quality")
        @Nullable
        String profile) {

    /**
     * The profile in a body that may be empty. Fails with {@link Refusal.MalformedBody} when it is no JSON of this kind.
     */
    static Optional<String> profileIn(byte @Nullable [] body, ObjectMapper json) {
        if (body == null || body.length == 0) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(json.readValue(body, ReprocessVideo.class))
                    .map(ReprocessVideo::profile);
        } catch (IOException notJson) {
            throw new Refusal.MalformedBody("a JSON object with 'profile', or nothing").asException();
        }
    }
}
