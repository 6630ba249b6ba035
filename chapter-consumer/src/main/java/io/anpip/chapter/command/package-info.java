/**
 * The one FFmpeg command line of this service, as a pure function; a test asserts it whole.
 */
@NullMarked
package io.anpip.chapter.command;

import org.jspecify.annotations.NullMarked;
