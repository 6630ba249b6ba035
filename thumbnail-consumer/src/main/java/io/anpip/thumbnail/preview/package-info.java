/**
 * The short animated picture that plays when a pointer rests on a video in a list: a few frames from all over the video, in a loop.
 */
@NullMarked
package io.anpip.thumbnail.preview;

import org.jspecify.annotations.NullMarked;
