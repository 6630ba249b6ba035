/**
 * The rules of playback delivery: which keys may be served, under which type, for how long they may be kept, which
 * bytes of them. They decide on plain values; the streaming itself is in the delivery package.
 */
@NullMarked
package io.anpip.upload.media;

import org.jspecify.annotations.NullMarked;
