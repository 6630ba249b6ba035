/**
 * The outbox: events are rows written in the transaction that made them true, and a relay carries the rows to Kafka.
 *
 * <p>A service that uses it has, in its own database schema, a table {@code outbox_record (id bigint generated always as identity primary
 * key, topic text, record_key text, event_type text, event_id text, payload bytea null, traceparent text null, created_at timestamptz
 * default now())}. A row without payload is a tombstone.
 */
@NullMarked
package io.anpip.messaging.outbox;

import org.jspecify.annotations.NullMarked;
