/**
 * Turns what FFmpeg wrote into CMAF tracks: one init segment, and media segments with exact decode times.
 * Works on the boxes of ISO/IEC 14496-12 in memory-mapped files; what does not fit the grid is rejected, as a value.
 */
@NullMarked
package io.anpip.transcode.cmaf;

import org.jspecify.annotations.NullMarked;
