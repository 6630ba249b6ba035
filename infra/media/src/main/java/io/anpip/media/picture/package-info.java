/**
 * What becomes of a source's pictures on their way to a stream or a still: filters of FFmpeg as pure values, shared by all who
 * show pictures, so that a poster has the colours of the video it stands for.
 */
@NullMarked
package io.anpip.media.picture;

import org.jspecify.annotations.NullMarked;
