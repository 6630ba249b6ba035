package io.anpip.validator.resource;

import java.net.URI;

/** Reads the files of one stream. */
public sealed interface ResourceSource permits FolderSource, WebSource {

    /** The address that names are relative to; ends with a slash. */
    URI base();

    /** Reads a file of at most so many bytes. */
    Fetched fetch(URI address, int maxBytes);

    /** The name of a file for people: relative to the base if it lies below it. */
    default String name(URI address) {
        String relative = base().relativize(address).toString();
        return relative.isEmpty() ? address.toString() : relative;
    }
}
