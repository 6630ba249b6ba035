package io.anpip.objectstore;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * A URL that lets its holder put one object of one size, for a short time.
 *
 * @param url where to PUT
 * @param headers headers that are signed and so must be sent as they are
 * @param expiresAt when the store stops accepting it
 */
public record PresignedPut(URI url, Map<String, String> headers, Instant expiresAt) {

    public PresignedPut {
        headers = Map.copyOf(headers);
    }
}
