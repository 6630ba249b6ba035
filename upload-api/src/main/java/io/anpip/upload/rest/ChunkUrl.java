package io.anpip.upload.rest;

import io.anpip.objectstore.PresignedPut;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where to put a chunk. */
public record ChunkUrl(
        URI url,
        @Schema(examples = "PUT") String method,

        @Schema(description = "Headers to send along, as they are.")
        Map<String, String> headers,

        Instant expiresAt) {

    /**
     * Leaves out the length. It is signed, but every HTTP client sets it from the body itself, and many, browsers
     * first, refuse to have it set.
     */
    static ChunkUrl of(PresignedPut put) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(put.headers());
        headers.remove("content-length");
        return new ChunkUrl(put.url(), "PUT", headers, put.expiresAt());
    }
}
