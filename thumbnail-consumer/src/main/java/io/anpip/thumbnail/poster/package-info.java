/**
 * Chooses the frame that stands for a video, and the sizes it is shown in. A poster must be neither black nor blurred, and rather from
 * the beginning than from the end, which it would give away.
 */
@NullMarked
package io.anpip.thumbnail.poster;

import org.jspecify.annotations.NullMarked;
