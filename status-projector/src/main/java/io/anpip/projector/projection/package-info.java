/**
 * What is known of a video, as a fold over its events: pure values and functions, no I/O.
 *
 * <p>Every value here has a {@code merge} that is commutative, associative and idempotent, and an event is folded by merging the little
 * it says. So it makes no difference in which order topics are read, or how often a record comes: the same events give the same state.
 * What users see is derived from the state alone ({@link io.anpip.projector.projection.ProjectedVideo#document}).
 */
@NullMarked
package io.anpip.projector.projection;

import org.jspecify.annotations.NullMarked;
