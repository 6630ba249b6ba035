package io.anpip.messaging.outbox;

import io.anpip.messaging.EventPublisher;
import io.anpip.schemas.EventCodec;
import io.anpip.schemas.EventType;
import io.anpip.schemas.TopicCatalogue;
import io.anpip.schemas.VideoDocument;
import io.anpip.schemas.VideoEvent;
import io.anpip.schemas.VideoId;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An event as a row of an outbox.
 *
 * @param payload JSON; empty for a tombstone
 * @param traceparent the trace the event belongs to, as W3C writes it
 */
public record OutboxRow(
        String topic,
        String recordKey,
        String eventType,
        String eventId,
        Optional<byte[]> payload,
        Optional<String> traceparent) {

    /** The row for an event of the current trace. */
    public static OutboxRow of(VideoEvent event) {
        return new OutboxRow(
                TopicCatalogue.topicOf(event),
                EventPublisher.keyOf(event),
                EventType.of(event).type(),
                event.eventId().toString(),
                Optional.of(EventCodec.encode(event)),
                currentTrace());
    }

    /** The row that removes a video from the compacted status topic. */
    public static OutboxRow statusTombstone(VideoId videoId) {
        String type = EventType.all().stream()
                .filter(known -> known.event() == VideoDocument.class)
                .findFirst()
                .orElseThrow()
                .type();
        return new OutboxRow(
                TopicCatalogue.STATUS,
                videoId.toString(),
                type,
                videoId + "/deleted",
                Optional.empty(),
                currentTrace());
    }

    private static Optional<String> currentTrace() {
        Map<String, String> carrier = new HashMap<>();
        W3CTraceContextPropagator.getInstance().inject(Context.current(), carrier, Map::put);
        return Optional.ofNullable(carrier.get("traceparent"));
    }
}
