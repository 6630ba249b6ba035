/**
 * Measures the pipeline against one plain FFmpeg command that makes the same renditions and segments.
 *
 * <p>The settings of that command come from the encoding plan that the pipeline stored, so both do the same work. Processor time is
 * read from {@code /proc}, so it is known on Linux alone; elapsed time is known everywhere.
 */
@NullMarked
package io.anpip.cli.bench;

import org.jspecify.annotations.NullMarked;
