/**
 * Subtitles: reads the cues FFmpeg has taken out of a source, puts them on the clock of the video, and writes WebVTT, whole and in
 * segments. Pure; whatever a cue holds, it cannot end its cue early, and of mark-up only bold, italic and underlined is kept.
 */
@NullMarked
package io.anpip.transcode.text;

import org.jspecify.annotations.NullMarked;
