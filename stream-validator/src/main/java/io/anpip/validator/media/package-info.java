/**
 * Reads the media files of a stream, whatever they turn out to be: CMAF, WebVTT or pictures.
 */
@NullMarked
package io.anpip.validator.media;

import org.jspecify.annotations.NullMarked;
