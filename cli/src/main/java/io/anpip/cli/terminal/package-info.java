/**
 * What a person sees: lines, colours where they are wanted, and blocks of lines that are redrawn in place on a terminal.
 *
 * <p>What is shown is computed by pure functions of values; only {@link io.anpip.cli.terminal.Terminal} writes.
 */
@NullMarked
package io.anpip.cli.terminal;

import org.jspecify.annotations.NullMarked;
