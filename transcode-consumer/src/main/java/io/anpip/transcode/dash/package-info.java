/**
 * Writes the DASH manifest of a presentation, over the same segments that the HLS playlists name.
 * Static MPD with exact segment timelines.
 */
@NullMarked
package io.anpip.transcode.dash;

import org.jspecify.annotations.NullMarked;
