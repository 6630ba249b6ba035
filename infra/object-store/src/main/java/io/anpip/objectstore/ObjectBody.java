package io.anpip.objectstore;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.reactivestreams.Publisher;

/**
 * An object, or a range of it, on its way from the store.
 *
 * @param contentLength bytes that will come
 * @param contentRange the {@code Content-Range} the store answered, if it was asked for a range
 * @param etag entity tag with its quotes
 * @param bytes the body; nothing is read before it is subscribed to, and no faster than its subscriber asks
 */
public record ObjectBody(long contentLength, Optional<String> contentRange, String etag, Publisher<ByteBuffer> bytes) {}
