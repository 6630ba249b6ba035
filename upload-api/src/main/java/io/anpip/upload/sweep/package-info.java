/**
 * Finds work that stands still and decides what becomes of it. {@link io.anpip.upload.sweep.Deadlines} is the one place that says how long
 * a video may be silent. Pure; {@link io.anpip.upload.lifecycle.Sweeper} applies it.
 */
@NullMarked
package io.anpip.upload.sweep;

import org.jspecify.annotations.NullMarked;
