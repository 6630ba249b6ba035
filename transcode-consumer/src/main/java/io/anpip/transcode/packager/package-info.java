/**
 * The packager: publishes HLS and DASH from what the encoders have committed. It acts on every finished task, reads the markers and keeps
 * no state of its own that matters: whichever process takes over finds everything in the store.
 */
@NullMarked
package io.anpip.transcode.packager;

import org.jspecify.annotations.NullMarked;
