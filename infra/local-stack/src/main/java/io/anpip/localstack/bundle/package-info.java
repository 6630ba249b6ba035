/**
 * The programs that travel as Maven artifacts: found on the class path, unpacked once into a cache directory, made to run.
 *
 * <p>Each is unpacked into a folder named after its version, next to its place and then renamed into it, so that a folder that
 * exists is complete and two JVMs may unpack at once.
 */
@NullMarked
package io.anpip.localstack.bundle;

import org.jspecify.annotations.NullMarked;
