package io.anpip.cli.api;

import java.time.Instant;

/**
 * An upload that was begun.
 *
 * @param uploadId also the id of the video
 * @param chunkSizeBytes of every chunk but the last
 */
public record UploadSession(String uploadId, long chunkSizeBytes, int chunkCount, Instant expiresAt) {}
