/**
 * The end of a generation of a video: one marker object, {@code videos/{id}/g{n}/end.json}, success or failure under the same key.
 *
 * <p>It is written by one conditional PUT before anybody is told, so that a video that was called FAILED can never turn READY in the same
 * generation, nor the other way round, whoever decides it: where a marker is there already, what it says holds.
 */
@NullMarked
package io.anpip.projector.end;

import org.jspecify.annotations.NullMarked;
