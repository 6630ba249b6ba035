/**
 * The whole pipeline under test: the launcher starts real servers and the five services as processes, and the tests use it as its users do,
 * over HTTP and on the topics. What comes out is judged by decoding it.
 */
@NullMarked
package io.anpip.endtoend;

import org.jspecify.annotations.NullMarked;
