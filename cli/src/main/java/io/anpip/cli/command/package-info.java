/**
 * The commands, one class each: what they take, and which package does the work.
 *
 * <p>Results go to standard output, progress to standard error; so {@code --json} output can be piped. A failure is one line and an
 * exit code.
 */
@NullMarked
package io.anpip.cli.command;

import org.jspecify.annotations.NullMarked;
