package io.anpip.upload.deadletter;

/** What became of a dead letter that an operator has sent on its way again. */
public enum Redrive {
    /** Its video is made again, as the next generation. */
    REPROCESSED,
    /** Its record stands on its topic once more. */
    PUBLISHED_AGAIN,
    /** Its video is in work or removed: there is nothing to do for it. */
    NOT_NEEDED
}
