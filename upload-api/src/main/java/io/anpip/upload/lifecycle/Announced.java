package io.anpip.upload.lifecycle;

import java.util.Optional;

/**
 * What a client says of the file it is going to upload, as it was sent.
 *
 * @param filename name of the file, not yet cleaned
 * @param contentType media type the client claims
 * @param profile encoding profile the user chose
 * @param tusMetadata what a tus client said, as it said it
 * @param owner whose it is, as a trusted gateway says; empty where nobody does
 */
public record Announced(
        String filename,
        long sizeBytes,
        String contentType,
        Optional<String> title,
        Optional<String> profile,
        Optional<String> tusMetadata,
        String owner) {}
