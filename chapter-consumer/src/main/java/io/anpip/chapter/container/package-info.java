/**
 * Chapters that a file brings along. What a file says is not to be trusted blindly: marks out of order, beyond the end, or without a title
 * are put right or left out.
 */
@NullMarked
package io.anpip.chapter.container;

import org.jspecify.annotations.NullMarked;
