/** Tests of the service on real servers with real FFmpeg; media is generated when a test needs it. */
@NullMarked
package io.anpip.chapter;

import org.jspecify.annotations.NullMarked;
