package io.anpip.projector.projection;

import io.anpip.schemas.Failure;
import io.anpip.schemas.ThumbnailsFailed;
import io.anpip.schemas.ThumbnailsPublished;
import java.time.Instant;
import java.util.Optional;

/** What is known of the pictures of a video. */
public record ThumbnailFacts(Optional<ThumbnailsPublished> published, Optional<ThumbnailsFailed> failed) {

    static final ThumbnailFacts NONE = new ThumbnailFacts(Optional.empty(), Optional.empty());

    static ThumbnailFacts of(ThumbnailsPublished event) {
        return new ThumbnailFacts(Optional.of(event), Optional.empty());
    }

    static ThumbnailFacts of(ThumbnailsFailed event) {
        return new ThumbnailFacts(Optional.empty(), Optional.of(event));
    }

    ThumbnailFacts merge(ThumbnailFacts other) {
        return new ThumbnailFacts(Facts.one(published, other.published), Facts.one(failed, other.failed));
    }

    Optional<Failure> failure() {
        return failed.map(ThumbnailsFailed::failure);
    }

    Optional<Instant> endedAt() {
        return published.map(ThumbnailsPublished::endedAt).or(() -> failed.map(ThumbnailsFailed::endedAt));
    }
}
