package io.anpip.upload.live;

import io.anpip.schemas.VideoDocument;

/** What a client that follows a video is told. */
public sealed interface VideoChange {

    /** The document is now this. */
    record Changed(VideoDocument document) implements VideoChange {}

    /** The video is gone; nothing follows. */
    record Removed() implements VideoChange {}

    /** Nothing happened for a while, and the connection is alive. */
    record StillThere() implements VideoChange {}
}
