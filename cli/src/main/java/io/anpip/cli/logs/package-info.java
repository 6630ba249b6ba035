/**
 * Shows the log files of the stack's processes.
 *
 * <p>Reads ends of files and what is added to them; a file that was set aside because it grew large is begun anew.
 */
@NullMarked
package io.anpip.cli.logs;

import org.jspecify.annotations.NullMarked;
