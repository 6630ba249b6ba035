/**
 * Everything Anpip needs around it, on one machine and without Docker: Kafka, PostgreSQL, Redis and an S3 server.
 *
 * <p>{@link io.anpip.localstack.LocalStack#start} starts what does not run yet in a data directory and returns the addresses; it
 * may be called again at any time, from any JVM, to start what has died. Data, ports and passwords stay in the data directory, so
 * a restart finds them all; programs are unpacked into a cache directory that data directories share.
 *
 * <p>Layout of a data directory: {@code run/} pid files and what each start writes, {@code logs/}, {@code ports.properties},
 * {@code secrets.properties} (owner only), and one folder of data per part.
 */
@NullMarked
package io.anpip.localstack;

import org.jspecify.annotations.NullMarked;
