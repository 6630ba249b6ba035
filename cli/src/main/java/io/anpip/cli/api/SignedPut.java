package io.anpip.cli.api;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/** Where and how the bytes of one chunk are to be put. */
public record SignedPut(URI url, String method, Map<String, String> headers, Instant expiresAt) {
    public SignedPut {
        headers = Map.copyOf(headers);
    }
}
