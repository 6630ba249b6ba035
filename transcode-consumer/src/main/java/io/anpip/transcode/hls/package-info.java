/**
 * Writes HLS playlists (RFC 8216 and Apple's authoring rules) of a presentation: growing, complete, I-frame and multivariant.
 * Pure text builders; file names are relative to the folder of the stream.
 */
@NullMarked
package io.anpip.transcode.hls;

import org.jspecify.annotations.NullMarked;
