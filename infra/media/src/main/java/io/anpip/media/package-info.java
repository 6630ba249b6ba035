/**
 * Runs FFmpeg and ffprobe for the consumers, and decides what they may see. A command is a value
 * ({@link io.anpip.media.FfmpegCommand}) that a pure function builds and a test asserts whole; one class
 * ({@link io.anpip.media.FfmpegRunner}) starts it, watches it and kills it for sure. What a user uploaded goes through
 * {@link io.anpip.media.ContainerFormat#sniff}, {@link io.anpip.media.ContainerCheck} and
 * {@link io.anpip.media.MediaInput} first: FFmpeg never guesses a container, so a playlist that is named like a video
 * is never opened.
 *
 * <p>Measurements that filters make (scene scores, black, silence) are best written by the filter itself:
 * {@code metadata=print:file=...} into the {@link io.anpip.media.ScratchDirectory}, its path quoted by
 * {@link io.anpip.media.FfmpegCommand#filterValue}. Raw frames are read from standard output by a
 * {@link io.anpip.media.StdoutReader}.
 */
@NullMarked
package io.anpip.media;

import org.jspecify.annotations.NullMarked;
