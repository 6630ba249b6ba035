/**
 * What can go wrong in a command, as values that each hold one sentence for a person.
 *
 * <p>A command throws one {@link io.anpip.cli.failure.CommandFailed}; the main class prints its sentence as a single line on
 * standard error and ends with the failure's exit code. Everything else that is thrown is a defect.
 */
@NullMarked
package io.anpip.cli.failure;

import org.jspecify.annotations.NullMarked;
