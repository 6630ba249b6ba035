/** Tests of the drawing on real FFmpeg and generated clips. */
@NullMarked
package io.anpip.thumbnail.render;

import org.jspecify.annotations.NullMarked;
