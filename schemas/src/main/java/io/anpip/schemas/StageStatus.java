package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;

/** Where one stage of the work on a video stands. */
@JsonClassDescription("Where one stage of the work on a video stands. "
        + "PENDING: not begun. "
        + "RUNNING: begun. "
        + "DONE: ended with its result. "
        + "FAILED: ended without; the stage's failure says why.")
public enum StageStatus {
    /** Not begun. */
    PENDING,
    /** Begun. */
    RUNNING,
    /** Ended with its result. */
    DONE,
    /** Ended without; the stage's failure says why. */
    FAILED
}
