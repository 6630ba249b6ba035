/**
 * The S3 API as the services use it: objects, markers, server-side copies, presigned chunk URLs, and a loopback source that FFmpeg reads.
 *
 * <p>Markers are the ledger of the pipeline. {@link io.anpip.objectstore.ObjectStore#putIfAbsent} is one conditional PUT
 * ({@code If-None-Match: *}); the first writer wins and a later one learns so. A store that ignores the condition would break every
 * guarantee built on it, so {@link io.anpip.objectstore.ConditionalPutProbe} tries it when a service starts.
 *
 * <p>All calls are asynchronous; a worker thread may join them. A call that fails completes exceptionally after the SDK's own retries;
 * what is left is infrastructure, never the content, and callers treat it as retryable.
 */
@NullMarked
package io.anpip.objectstore;

import org.jspecify.annotations.NullMarked;
