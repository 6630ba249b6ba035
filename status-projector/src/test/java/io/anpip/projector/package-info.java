/** Tests of the service as a whole, on real servers. */
@NullMarked
package io.anpip.projector;

import org.jspecify.annotations.NullMarked;
