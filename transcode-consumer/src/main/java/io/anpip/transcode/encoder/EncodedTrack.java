package io.anpip.transcode.encoder;

import io.anpip.transcode.cmaf.Rewritten;

/**
 * A rendition as it stands in scratch, ready to be stored.
 *
 * @param name name of the rendition
 * @param track its init segment and segments
 */
record EncodedTrack(String name, Rewritten track) {}
