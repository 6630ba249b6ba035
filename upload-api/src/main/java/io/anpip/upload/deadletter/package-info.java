/**
 * What consumer groups have given up on, as operators see it. The records stand on the topics {@code <topic>.<group>.dlq} for ever; this
 * package reads them and publishes one again. Nothing else in this service but {@code live} touches Kafka.
 */
@NullMarked
package io.anpip.upload.deadletter;

import org.jspecify.annotations.NullMarked;
