package io.anpip.schemas;

/** Where one stage of the work on a video stands. */
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
