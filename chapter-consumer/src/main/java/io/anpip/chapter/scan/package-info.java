/**
 * Runs FFmpeg over a source and turns what it wrote down into signals. Everything that decides is elsewhere; here is what touches processes
 * and files, and what turns their trouble into values.
 */
@NullMarked
package io.anpip.chapter.scan;

import org.jspecify.annotations.NullMarked;
