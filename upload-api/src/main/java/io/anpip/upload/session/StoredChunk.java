package io.anpip.upload.session;

/**
 * A chunk as the store has it.
 *
 * @param number from 1
 * @param sizeBytes size in the store
 * @param etag entity tag without quotes
 */
public record StoredChunk(int number, long sizeBytes, String etag) {}
