package io.anpip.objectstore;

import java.time.Instant;

/** A multipart upload that was begun and neither completed nor aborted. */
public record UnfinishedMultipart(String key, String uploadId, Instant initiated) {}
