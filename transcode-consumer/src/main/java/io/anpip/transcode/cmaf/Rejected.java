package io.anpip.transcode.cmaf;

/**
 * Says why a file is not the track that was planned.
 *
 * @param reason what is wrong in kind
 * @param detail the same in words, with numbers, for logs and failure records
 */
public record Rejected(Reason reason, String detail) implements RewriteOutcome {

    /** Kinds of what can be wrong with an encoded file. */
    public enum Reason {
        /** The file is cut off or not a fragmented MP4 of one track in a codec we make. */
        UNREADABLE,
        /** Fewer or more frames than planned: the source lacks pictures, or the encoder ended early. */
        WRONG_FRAME_COUNT,
        /** Frames are not at their places on the grid. */
        WRONG_TIMING,
        /** A group of pictures does not start with a key frame. */
        MISSING_KEY_FRAME,
        /** The source's own coding breaks a rule of the streams. */
        NOT_CONFORMING
    }
}
