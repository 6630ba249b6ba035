package io.anpip.validator.stream;

/** What a file of a stream is for. */
public enum FileKind {
    PLAYLIST,
    MANIFEST,
    INIT,
    SEGMENT,
    TEXT,
    PICTURE
}
