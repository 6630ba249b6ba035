/**
 * What can go wrong when the parts of a one-machine stack are started, as values.
 *
 * <p>Every failure says in one line what happened and what to do next, so a command line prints it as it is. They travel in one
 * exception type, because a start has many steps and each of them ends the start.
 */
@NullMarked
package io.anpip.localstack.failure;

import org.jspecify.annotations.NullMarked;
