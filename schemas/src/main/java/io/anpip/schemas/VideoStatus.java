package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;

/** Where a video stands as a whole, in the order of its life. */
@JsonClassDescription("Where a video stands as a whole. "
        + "UPLOADING: chunks are still being put. "
        + "PROCESSING: the upload is complete and work goes on. "
        + "PLAYABLE: the beginning can be played while work goes on. "
        + "READY: everything is made and verified; terminal in its generation. "
        + "FAILED: there will be no video in this generation, and the failure says why; terminal.")
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
