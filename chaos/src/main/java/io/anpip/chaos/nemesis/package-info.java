/** A seeded mix of faults over many videos. */
@NullMarked
package io.anpip.chaos.nemesis;

import org.jspecify.annotations.NullMarked;
