package io.anpip.projector.projection;

import io.anpip.schemas.Loudness;
import java.util.Optional;

/**
 * How loud one audio rendition is.
 *
 * @param trackIndex which rendition, from 0
 * @param loudness its loudness
 */
public record TrackLoudness(int trackIndex, Loudness loudness) {

    /** Of two the one of the first track, whichever is told first. */
    static Optional<TrackLoudness> first(Optional<TrackLoudness> some, Optional<TrackLoudness> other) {
        if (some.isPresent()
                && other.isPresent()
                && some.get().trackIndex() != other.get().trackIndex()) {
            return some.get().trackIndex() < other.get().trackIndex() ? some : other;
        }
        return Facts.one(some, other);
    }
}
