package io.anpip.projector.projection;

import io.anpip.schemas.Failure;
import io.anpip.schemas.FailureKind;
import io.anpip.schemas.ProcessingGivenUp;
import io.anpip.schemas.UploadAborted;
import io.anpip.schemas.UploadFinalized;
import java.util.Optional;

/** What is known of the upload of a video. */
public record UploadFacts(
        StoredChunks chunks,
        Optional<UploadFinalized> finalized,
        Optional<UploadAborted> aborted,
        Optional<ProcessingGivenUp> givenUp) {

    static final UploadFacts NONE =
            new UploadFacts(StoredChunks.NONE, Optional.empty(), Optional.empty(), Optional.empty());

    static UploadFacts stored(StoredChunks chunks) {
        return new UploadFacts(chunks, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static UploadFacts of(UploadFinalized event) {
        return new UploadFacts(StoredChunks.NONE, Optional.of(event), Optional.empty(), Optional.empty());
    }

    static UploadFacts of(UploadAborted event) {
        return new UploadFacts(StoredChunks.NONE, Optional.empty(), Optional.of(event), Optional.empty());
    }

    static UploadFacts of(ProcessingGivenUp event) {
        return new UploadFacts(StoredChunks.NONE, Optional.empty(), Optional.empty(), Optional.of(event));
    }

    UploadFacts merge(UploadFacts other) {
        return new UploadFacts(
                chunks.merge(other.chunks),
                Facts.one(finalized, other.finalized),
                Facts.one(aborted, other.aborted),
                Facts.one(givenUp, other.givenUp));
    }

    Optional<Failure> failure() {
        return aborted.map(event -> new Failure(FailureKind.PERMANENT, event.reason()));
    }
}
