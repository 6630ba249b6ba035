/** Tests of the service on real servers with real FFmpeg; media is generated when a test needs it. */
@NullMarked
package io.anpip.thumbnail;

import org.jspecify.annotations.NullMarked;
