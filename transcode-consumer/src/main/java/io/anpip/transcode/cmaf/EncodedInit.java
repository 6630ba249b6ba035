package io.anpip.transcode.cmaf;

import io.anpip.schemas.ObjectRef;

/**
 * A stored init segment.
 *
 * @param object where it is
 * @param sha256 SHA-256 of its bytes, lower-case hex; equal for all chunks of a rendition
 * @param codecs RFC 6381 codecs string, such as "avc1.64001F"
 */
public record EncodedInit(ObjectRef object, String sha256, String codecs) {}
