/**
 * The FFmpeg command lines of this service, as pure functions from plans to values; a test asserts each one whole.
 *
 * <p>Pictures are made from the first frame at or after a time. A survey that decodes cheaply and a poster shot that seeks to that time
 * therefore see the same picture. Sizes are given explicitly, from the probe's display size: so rotated pictures stand upright (FFmpeg turns
 * them before its filters) and pixels that are not square become so.
 */
@NullMarked
package io.anpip.thumbnail.command;

import org.jspecify.annotations.NullMarked;
