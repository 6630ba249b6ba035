/**
 * Seek-bar previews: small tiles at equal distances in time, many on one sheet, and files that say which rectangle of which
 * sheet belongs to which stretch of time: WebVTT, JSON and an HLS image playlist. The plan is made before FFmpeg runs, so that the files can be checked against it.
 */
@NullMarked
package io.anpip.thumbnail.storyboard;

import org.jspecify.annotations.NullMarked;
