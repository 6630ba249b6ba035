package io.anpip.projector.projection;

import io.anpip.schemas.ChosenPoster;
import io.anpip.schemas.Picture;
import io.anpip.schemas.PosterFailed;
import io.anpip.schemas.PosterPublished;
import io.anpip.schemas.PosterRequested;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * What is known of the poster its user has picked for a video. It belongs to all generations. Of each kind the highest revision stands.
 *
 * @param published the last pick that was taken
 * @param automatic the last request for the automatic poster
 * @param failed the last pick that could not be taken
 */
public record PosterFacts(
        Optional<PosterPublished> published, Optional<PosterRequested> automatic, Optional<PosterFailed> failed) {

    static PosterFacts of(PosterPublished event) {
        return new PosterFacts(Optional.of(event), Optional.empty(), Optional.empty());
    }

    static PosterFacts of(PosterFailed event) {
        return new PosterFacts(Optional.empty(), Optional.empty(), Optional.of(event));
    }

    /** A wish for a frame says nothing yet: what comes of it does. */
    static Optional<PosterFacts> of(PosterRequested event) {
        return event.timeSeconds().isPresent()
                ? Optional.empty()
                : Optional.of(new PosterFacts(Optional.empty(), Optional.of(event), Optional.empty()));
    }

    static Optional<PosterFacts> merge(Optional<PosterFacts> some, Optional<PosterFacts> other) {
        return some.map(ours -> other.map(ours::merge).orElse(ours)).or(() -> other);
    }

    private PosterFacts merge(PosterFacts other) {
        return new PosterFacts(
                latest(published, other.published, PosterPublished::revision),
                latest(automatic, other.automatic, PosterRequested::revision),
                latest(failed, other.failed, PosterFailed::revision));
    }

    private static <T> Optional<T> latest(Optional<T> some, Optional<T> other, ToIntFunction<T> revision) {
        int ours = some.map(revision::applyAsInt).orElse(0);
        int theirs = other.map(revision::applyAsInt).orElse(0);
        if (ours == theirs) {
            return Facts.one(some, other);
        }
        return ours > theirs ? some : other;
    }

    /** The posters that stand in place of the automatic ones; empty while those do. */
    Optional<List<Picture>> posters() {
        return standing().map(PosterPublished::posters);
    }

    private Optional<PosterPublished> standing() {
        int givenBack = automatic.map(PosterRequested::revision).orElse(0);
        return published.filter(pick -> pick.revision() > givenBack);
    }

    /** What users are told of it. */
    Optional<ChosenPoster> told() {
        int answered = Math.max(
                published.map(PosterPublished::revision).orElse(0),
                automatic.map(PosterRequested::revision).orElse(0));
        Optional<PosterFailed> failure = failed.filter(pick -> pick.revision() > answered);
        int revision = failure.map(PosterFailed::revision).orElse(answered);
        return revision == 0
                ? Optional.empty()
                : Optional.of(new ChosenPoster(
                        revision, standing().map(PosterPublished::timeSeconds), failure.map(PosterFailed::failure)));
    }
}
