/**
 * Long-running child processes that outlive the JVM that starts them, and are found again by another JVM.
 *
 * <p>Each process has a name, a pid file that also holds the moment it started (so that a recycled pid is never mistaken for it),
 * and a log file that takes its output. Nothing here knows which programs are run: the local stack and the launcher's services
 * use it alike.
 */
@NullMarked
package io.anpip.localstack.process;

import org.jspecify.annotations.NullMarked;
