/**
 * The main classes that run Kafka and the S3 server in a JVM of their own.
 *
 * <p>They see the server libraries, never the class path of the JVM that starts them, and are copied beside those libraries
 * when the stack is unpacked. So every main here is one class file: no nested class, no reference to the rest of this module.
 */
@NullMarked
package io.anpip.localstack.node;

import org.jspecify.annotations.NullMarked;
