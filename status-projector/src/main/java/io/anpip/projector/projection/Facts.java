package io.anpip.projector.projection;

import io.anpip.schemas.EventCodec;
import java.util.Arrays;
import java.util.Optional;

/**
 * Decides which of two accounts of one fact stands.
 *
 * <p>There is one account in a healthy pipeline: stage ends are conditional markers, and a redelivery repeats them. Should there be two
 * all the same, the choice must not depend on which came first, so the one whose JSON sorts first stands.
 */
final class Facts {

    private Facts() {}

    static <T> Optional<T> one(Optional<T> some, Optional<T> other) {
        if (some.isEmpty() || some.equals(other)) {
            return other;
        }
        return other.isEmpty() || compare(some.get(), other.get()) <= 0 ? some : other;
    }

    private static int compare(Object some, Object other) {
        return Arrays.compare(EventCodec.encodeDocument(some), EventCodec.encodeDocument(other));
    }
}
