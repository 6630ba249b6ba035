/** Tests of {@code io.anpip.media}. Media are made by FFmpeg when a test wants them; the {@code IT}s need a real FFmpeg. */
@NullMarked
package io.anpip.media;

import org.jspecify.annotations.NullMarked;
