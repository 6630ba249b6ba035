/**
 * Which FFmpeg the stack uses, and what the command line itself makes with it: sample clips.
 *
 * <p>A setting wins; without one, an FFmpeg on the PATH that can do the work; otherwise the bundled one. All services are given
 * the same, because the init segments that several workers make of one rendition must be equal byte by byte.
 */
@NullMarked
package io.anpip.cli.ffmpeg;

import org.jspecify.annotations.NullMarked;
