/**
 * The {@code anpip} command line: everything a person types on one machine.
 *
 * <p>This package only wires commands to the packages that do the work: {@code stack} starts and watches the processes,
 * {@code upload} sends files through the public API, {@code follow} shows progress, {@code bench} measures.
 */
@NullMarked
package io.anpip.cli;

import org.jspecify.annotations.NullMarked;
