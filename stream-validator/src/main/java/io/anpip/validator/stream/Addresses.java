package io.anpip.validator.stream;

import java.net.URI;
import java.util.Optional;

/** Resolves the addresses that a playlist or a manifest names. */
final class Addresses {

    private Addresses() {}

    static Optional<URI> resolve(URI base, String reference) {
        try {
            return Optional.of(base.resolve(reference));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
