package io.anpip.transcode.packager;

import io.anpip.schemas.ObjectRef;

/**
 * The two entrances to a published stream.
 *
 * @param hls HLS multivariant playlist
 * @param dash DASH manifest
 */
record PublishedManifests(ObjectRef hls, ObjectRef dash) {}
