package io.anpip.schemas;

/** Where a video stands as a whole, in the order of its life. */
public enum VideoStatus {
    /** Chunks are still being put. */
    UPLOADING,
    /** The upload is complete and work goes on. */
    PROCESSING,
    /** The beginning can be played while work goes on. */
    PLAYABLE,
    /** Everything is made and verified. Terminal in its generation. */
    READY,
    /** There will be no video in this generation, and the failure says why. Terminal. */
    FAILED
}
