package io.anpip.transcode.encoder;

import io.anpip.media.FfmpegVerdict;
import io.anpip.schemas.FailureKind;
import io.anpip.schemas.ObjectRef;
import java.util.List;
import java.util.Optional;

/** What one attempt at an encode task came to. */
sealed interface AttemptOutcome {

    /** The task has a marker: this attempt's or an earlier one's. */
    record Committed(ObjectRef marker) implements AttemptOutcome {}

    /** It did not work; the kind says whether to try again. The sentence is for the person who uploaded the video. */
    record Failed(FailureKind kind, String sentence) implements AttemptOutcome {}

    /** What the end of an FFmpeg run means for the attempt, if it is not the end that was wanted. */
    static Optional<Failed> failure(FfmpegVerdict verdict) {
        return switch (verdict) {
            case FfmpegVerdict.Fine() -> Optional.empty();
            case FfmpegVerdict.InputAtFault(List<String> lines) ->
                Optional.of(new Failed(FailureKind.PERMANENT, FfmpegComplaint.sentence(lines)));
            case FfmpegVerdict.Suspect(String reason, List<String> ignored) ->
                Optional.of(new Failed(FailureKind.SUSPECT, "The video could not be encoded: " + reason + '.'));
            case FfmpegVerdict.NotItsFault(String reason) -> Optional.of(new Failed(FailureKind.RETRYABLE, reason));
        };
    }
}
