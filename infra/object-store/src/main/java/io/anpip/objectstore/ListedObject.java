package io.anpip.objectstore;

import java.time.Instant;

/**
 * An object as a listing shows it.
 *
 * @param lastModified by the clock of the store
 */
public record ListedObject(String key, long sizeBytes, Instant lastModified) {}
