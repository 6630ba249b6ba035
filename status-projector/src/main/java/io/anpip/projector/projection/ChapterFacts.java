package io.anpip.projector.projection;

import io.anpip.schemas.ChaptersFailed;
import io.anpip.schemas.ChaptersPublished;
import io.anpip.schemas.Failure;
import java.time.Instant;
import java.util.Optional;

/** What is known of the chapters of a video. */
public record ChapterFacts(Optional<ChaptersPublished> published, Optional<ChaptersFailed> failed) {

    static final ChapterFacts NONE = new ChapterFacts(Optional.empty(), Optional.empty());

    static ChapterFacts of(ChaptersPublished event) {
        return new ChapterFacts(Optional.of(event), Optional.empty());
    }

    static ChapterFacts of(ChaptersFailed event) {
        return new ChapterFacts(Optional.empty(), Optional.of(event));
    }

    ChapterFacts merge(ChapterFacts other) {
        return new ChapterFacts(Facts.one(published, other.published), Facts.one(failed, other.failed));
    }

    Optional<Failure> failure() {
        return failed.map(ChaptersFailed::failure);
    }

    Optional<Instant> endedAt() {
        return published.map(ChaptersPublished::endedAt).or(() -> failed.map(ChaptersFailed::endedAt));
    }
}
