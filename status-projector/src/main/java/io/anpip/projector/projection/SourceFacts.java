package io.anpip.projector.projection;

import io.anpip.schemas.Failure;
import io.anpip.schemas.SourceReady;
import io.anpip.schemas.SourceRejected;
import java.util.Optional;

/** What is known of the combined and probed source of a video. */
public record SourceFacts(Optional<SourceReady> ready, Optional<SourceRejected> rejected) {

    static final SourceFacts NONE = new SourceFacts(Optional.empty(), Optional.empty());

    static SourceFacts of(SourceReady event) {
        return new SourceFacts(Optional.of(event), Optional.empty());
    }

    static SourceFacts of(SourceRejected event) {
        return new SourceFacts(Optional.empty(), Optional.of(event));
    }

    SourceFacts merge(SourceFacts other) {
        return new SourceFacts(Facts.one(ready, other.ready), Facts.one(rejected, other.rejected));
    }

    Optional<Failure> failure() {
        return rejected.map(SourceRejected::failure);
    }

    boolean ended() {
        return ready.isPresent() || rejected.isPresent();
    }
}
