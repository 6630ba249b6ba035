/**
 * The Kafka edge that every service shares: bytes to events, events to records, retries and dead letters, the trace across topics.
 *
 * <p>A record is handled at least once. {@link io.anpip.messaging.EventInbox} is the one message boundary: it decodes, calls the
 * handler, tries again while the trouble is infrastructure, publishes what the handler answered and only then lets the record be
 * acknowledged. What can't be decoded or is given up goes to the group's dead-letter topic.
 */
@NullMarked
package io.anpip.messaging;

import org.jspecify.annotations.NullMarked;
