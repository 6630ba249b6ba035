/** What operators may ask of the projector, over HTTP on its own port. */
@NullMarked
package io.anpip.projector.operator;

import org.jspecify.annotations.NullMarked;
