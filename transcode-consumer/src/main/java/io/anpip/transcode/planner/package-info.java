/**
 * The planner: decides ladder, grid and audio renditions of a source once, stores the plan, and puts the work of the encoders on the queue.
 */
@NullMarked
package io.anpip.transcode.planner;

import org.jspecify.annotations.NullMarked;
