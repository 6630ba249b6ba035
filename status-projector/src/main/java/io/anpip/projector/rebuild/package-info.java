/** Makes the projection anew from the log, compares it with the live one, and puts it in its place. */
@NullMarked
package io.anpip.projector.rebuild;

import org.jspecify.annotations.NullMarked;
