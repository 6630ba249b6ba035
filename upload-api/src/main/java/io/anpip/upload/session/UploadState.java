package io.anpip.upload.session;

/** Where an upload stands; only an open one takes chunks. */
public enum UploadState {
    /** Chunks may be put. */
    OPEN,
    /** All chunks were there and the video is being made, or is made. */
    FINALIZED,
    /** Given up by its client or expired; the chunks are gone. */
    ABORTED,
    /** The video was removed by its user. */
    DELETED
}
