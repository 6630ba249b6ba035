/** Tests of what a step of the fold tells the world. */
@NullMarked
package io.anpip.projector.store;

import org.jspecify.annotations.NullMarked;
