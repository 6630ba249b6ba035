/**
 * A whole stream as it was found: what its playlists and its manifest name, joined with what the files hold.
 */
@NullMarked
package io.anpip.validator.stream;

import org.jspecify.annotations.NullMarked;
