/**
 * Decides which renditions a video gets: sizes by the short side of the picture, never upscaled, with bit rate caps and levels.
 * Pure: a track and settings in, rungs out.
 */
@NullMarked
package io.anpip.transcode.ladder;

import org.jspecify.annotations.NullMarked;
