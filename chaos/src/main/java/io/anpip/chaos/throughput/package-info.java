/** How fast the projector folds, and makes its table anew. */
@NullMarked
package io.anpip.chaos.throughput;

import org.jspecify.annotations.NullMarked;
