/**
 * The data directory: where it is, whether it can be used, and the few files in it that belong to the command line.
 *
 * <p>The servers' own files in it (data, ports, passwords, pid files, logs) belong to the local stack.
 */
@NullMarked
package io.anpip.cli.data;

import org.jspecify.annotations.NullMarked;
