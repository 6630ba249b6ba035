/**
 * Puts ladder, grid and audio together into the plan of one video, and joins what was encoded after it into a presentation.
 * The plan is stored as JSON before any encoding starts: every encoder works from the same one.
 */
@NullMarked
package io.anpip.transcode.plan;

import org.jspecify.annotations.NullMarked;
