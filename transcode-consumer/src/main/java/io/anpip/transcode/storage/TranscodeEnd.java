package io.anpip.transcode.storage;

import io.anpip.objectstore.EndMarkers;
import io.anpip.schemas.EncodeTask;
import io.anpip.schemas.Failure;
import io.anpip.schemas.FailureKind;
import io.anpip.schemas.TranscodeFailed;
import io.anpip.schemas.VideoEvent;
import java.time.Instant;
import java.util.Optional;

/** Ends the transcoding of a generation without a stream, unless it has ended already. */
public final class TranscodeEnd {

    private TranscodeEnd() {}

    /** Fails it; answers the end that stands. */
    public static VideoEvent failed(EndMarkers ends, VideoEvent of, Failure failure, Instant now) {
        VideoKeys keys = new VideoKeys(of.videoId(), of.generation());
        Optional<String> task = of instanceof EncodeTask encode ? Optional.of(encode.taskId()) : Optional.empty();
        return ends.commit(keys.transcodeEnd(), new TranscodeFailed(of.videoId(), of.generation(), failure, now, task))
                .join()
                .event();
    }

    /** Whether it was this task that ended it. */
    public static boolean isOf(EncodeTask task, VideoEvent end) {
        return end instanceof TranscodeFailed failed && failed.taskId().equals(Optional.of(task.taskId()));
    }

    /** Fails it because our own machinery could not do the work. */
    public static VideoEvent givenUp(EndMarkers ends, VideoEvent of, Instant now) {
        return failed(
                ends,
                of,
                new Failure(
                        FailureKind.RETRYABLE,
                        "The video could not be transcoded because of a fault on our side; it can be processed again."),
                now);
    }
}
