package io.anpip.objectstore;

import io.anpip.schemas.VideoEvent;

/** What came of an attempt to bring a stage of a video to its end. */
public sealed interface StageResult {

    /** What the work itself can come to. */
    sealed interface Work extends StageResult {}

    /** The stage has ended, with a result or with a failure of the video; the event says which. */
    record Finished(VideoEvent end) implements Work {}

    /** Infrastructure was in the way; the same may work a little later. */
    record NotNow(String reason) implements Work {}

    /** The video was deleted: nothing is left to do or to say. */
    record VideoGone() implements StageResult {}
}
