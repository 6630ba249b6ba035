package io.anpip.upload.session;

/** Why an upload is not yet the upload of a video. */
public enum DraftKind {

    /** Nobody has said how long the file is; its bytes come through this service and are cut here. */
    LENGTH_TO_COME,

    /** One of several whose bytes make one file together. */
    TO_BE_JOINED,

    /** The client cuts the file as it likes and says at the end that that was all. */
    CUT_BY_CLIENT
}
