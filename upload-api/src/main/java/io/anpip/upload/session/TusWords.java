package io.anpip.upload.session;

import java.util.Optional;

/**
 * What a tus client said of an upload and wants to read again unchanged.
 *
 * @param metadata its {@code Upload-Metadata}
 * @param concat its {@code Upload-Concat}
 */
public record TusWords(Optional<String> metadata, Optional<String> concat) {

    /** Of a client that speaks another protocol. */
    public static final TusWords NONE = new TusWords(Optional.empty(), Optional.empty());
}
