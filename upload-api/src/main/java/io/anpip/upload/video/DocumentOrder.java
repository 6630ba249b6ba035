package io.anpip.upload.video;

import io.anpip.schemas.VideoDocument;
import io.anpip.schemas.VideoStatus;

/**
 * Says which of two documents of one video is the later one, so that a client that watches never sees its video go
 * back.
 */
public final class DocumentOrder {

    private DocumentOrder() {}

    /** Whether a client that was shown one document may be shown the other, and would learn something. */
    public static boolean supersedes(VideoDocument next, VideoDocument shown) {
        int standing = compareStanding(next, shown);
        return standing > 0 || (standing == 0 && next.sequence() > shown.sequence());
    }

    /** Whether the video has reached the end of its generation. */
    public static boolean isAtEnd(VideoDocument document) {
        return rank(document.status()) == rank(VideoStatus.READY);
    }

    private static int compareStanding(VideoDocument one, VideoDocument other) {
        int generations = Integer.compare(one.generation(), other.generation());
        return generations != 0 ? generations : Integer.compare(rank(one.status()), rank(other.status()));
    }

    private static int rank(VideoStatus status) {
        return switch (status) {
            case UPLOADING -> 0;
            case PROCESSING -> 1;
            case PLAYABLE -> 2;
            case READY, FAILED -> 3;
        };
    }
}
