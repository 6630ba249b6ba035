package io.anpip.projector.projection;

import io.anpip.schemas.Failure;
import io.anpip.schemas.FailureKind;
import io.anpip.schemas.VideoStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * The end of a generation of a video, as its end marker says it: what makes a status terminal.
 *
 * @param status READY or FAILED
 * @param failure why, when FAILED
 * @param endedAt when the last stage that counts had ended
 */
public record VideoEnd(VideoStatus status, Optional<Failure> failure, Instant endedAt) {

    private static final Failure UNTOLD = new Failure(FailureKind.SUSPECT, "The work on the video was given up.");

    public VideoEnd {
        failure = switch (status) {
            case READY -> Optional.empty();
            case FAILED -> Optional.of(failure.orElse(UNTOLD));
            case UPLOADING, PROCESSING, PLAYABLE ->
                throw new IllegalArgumentException("A video does not end as " + status);
        };
    }

    static VideoEnd ready(Instant endedAt) {
        return new VideoEnd(VideoStatus.READY, Optional.empty(), endedAt);
    }

    /** The end of a video that can't be had in this generation. */
    public static VideoEnd failed(Failure failure, Instant endedAt) {
        return new VideoEnd(VideoStatus.FAILED, Optional.of(failure), endedAt);
    }
}
