/**
 * What a picture looks like: its size, and how good it is to look at. Pure functions on small gray pictures, so that a poster can be
 * chosen and the choice tested without FFmpeg.
 */
@NullMarked
package io.anpip.thumbnail.frame;

import org.jspecify.annotations.NullMarked;
