/**
 * Named places in the services where a fault can be set off, to prove that each of them converges. Compiled in, and off unless
 * {@value io.anpip.failpoint.FailPlan#VARIABLE} is in the environment of the process.
 */
@NullMarked
package io.anpip.failpoint;

import org.jspecify.annotations.NullMarked;
