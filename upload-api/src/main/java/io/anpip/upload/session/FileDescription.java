package io.anpip.upload.session;

import java.util.Optional;

/**
 * What a client says of a file, as it was sent.
 *
 * @param filename name of the file, not yet cleaned
 * @param contentType media type the client claims
 * @param profile encoding profile the user chose
 * @param tus what a tus client said of it in its own words
 * @param owner whose it is, as a trusted gateway says; empty where nobody does
 */
public record FileDescription(
        String filename,
        String contentType,
        Optional<String> title,
        Optional<String> profile,
        TusWords tus,
        String owner) {}
