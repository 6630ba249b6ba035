package io.anpip.transcode.encoder;

import io.anpip.schemas.FailureKind;
import io.anpip.schemas.ObjectRef;

/** What one attempt at an encode task came to. */
sealed interface AttemptOutcome {

    /** The task has a marker: this attempt's or an earlier one's. */
    record Committed(ObjectRef marker) implements AttemptOutcome {}

    /** It did not work; the kind says whether to try again. The sentence is for the person who uploaded the video. */
    record Failed(FailureKind kind, String sentence) implements AttemptOutcome {}
}
