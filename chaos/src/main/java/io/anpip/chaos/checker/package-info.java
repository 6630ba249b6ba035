/** Compares what was promised with what is there. */
@NullMarked
package io.anpip.chaos.checker;

import org.jspecify.annotations.NullMarked;
