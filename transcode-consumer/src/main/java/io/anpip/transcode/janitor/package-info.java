/**
 * Removes what crashes leave behind in the buckets this service and the side services write: attempts that lost, half-made copies, what
 * came after a video was removed. {@link io.anpip.transcode.janitor.Leftovers} decides from a listing, purely;
 * {@link io.anpip.transcode.janitor.Janitor} lists and removes.
 */
@NullMarked
package io.anpip.transcode.janitor;

import org.jspecify.annotations.NullMarked;
