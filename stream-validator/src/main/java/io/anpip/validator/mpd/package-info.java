/**
 * Reads DASH manifests (ISO/IEC 23009-1) into values. External entities are never opened.
 */
@NullMarked
package io.anpip.validator.mpd;

import org.jspecify.annotations.NullMarked;
