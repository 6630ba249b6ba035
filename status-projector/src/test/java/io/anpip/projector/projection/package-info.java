/** Tests of the fold. */
@NullMarked
package io.anpip.projector.projection;

import org.jspecify.annotations.NullMarked;
