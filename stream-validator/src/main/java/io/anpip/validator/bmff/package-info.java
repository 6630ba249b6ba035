/**
 * Reads boxes of ISO/IEC 14496-12 and measures what players rely on: times, frames, key frames, codecs.
 */
@NullMarked
package io.anpip.validator.bmff;

import org.jspecify.annotations.NullMarked;
