package io.anpip.upload.delivery;

import io.anpip.upload.media.ByteRange;
import io.anpip.upload.media.EntityTags;
import io.anpip.upload.media.MediaKey;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/**
 * What a player asks for.
 *
 * @param isHead whether only the headers are wanted
 */
record MediaRequest(
        MediaKey key, boolean isHead, Optional<String> range, Optional<String> ifRange, Optional<String> ifNoneMatch) {

    static MediaRequest of(MediaKey key, HttpServerRequest request) {
        return new MediaRequest(
                key,
                request.method() == HttpMethod.HEAD,
                Optional.ofNullable(request.getHeader(HttpHeaderNames.RANGE)),
                Optional.ofNullable(request.getHeader(HttpHeaderNames.IF_RANGE)),
                Optional.ofNullable(request.getHeader(HttpHeaders.IF_NONE_MATCH)));
    }

    /**
     * Whether size and tag must be known before the body is opened. Plain downloads, the most by far, save that call.
     */
    boolean needsFactsFirst() {
        return isHead || range.isPresent() || ifNoneMatch.isPresent();
    }

    boolean isFresh(String etag) {
        return EntityTags.matches(ifNoneMatch, etag);
    }

    ByteRange wanted(String etag, long size) {
        return EntityTags.allowsRange(ifRange, etag) ? ByteRange.parse(range, size) : new ByteRange.Whole();
    }
}
