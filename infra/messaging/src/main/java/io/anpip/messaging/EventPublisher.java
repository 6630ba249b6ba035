package io.anpip.messaging;

import io.anpip.schemas.EncodeTask;
import io.anpip.schemas.EventCodec;
import io.anpip.schemas.EventType;
import io.anpip.schemas.TopicCatalogue;
import io.anpip.schemas.VideoEvent;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.TracingMetadata;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/**
 * Publishes events as CloudEvents (binary mode) to the topic each belongs on, inside the current trace.
 *
 * <p>Ordering: events given in one list arrive in that order on their partition. Failure: the result fails when the broker did not
 * acknowledge within the delivery time-out; publishing again is harmless because ids do not change.
 */
@ApplicationScoped
public class EventPublisher {

    private final MutinyEmitter<byte[]> emitter;
    private final URI source;
    private final Clock clock;

    public EventPublisher(
            @Channel("events-out") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = 1024)
                    MutinyEmitter<byte[]> emitter,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.emitter = emitter;
        this.source = URI.create("/anpip/" + application);
        this.clock = Clock.systemUTC();
    }

    /** Publishes events in order; done when the broker has them all. */
    public Uni<Void> publishAll(List<? extends VideoEvent> events) {
        Context trace = Context.current();
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (VideoEvent event : events) {
            chain = chain.chain(() -> publish(event, trace));
        }
        return chain;
    }

    /** Publishes one event inside a given trace. */
    public Uni<Void> publish(VideoEvent event, Context trace) {
        return publish(
                new OutgoingEvent(
                        TopicCatalogue.topicOf(event),
                        keyOf(event),
                        EventType.of(event).type(),
                        event.eventId().toString(),
                        EventCodec.encode(event)),
                trace);
    }

    /** Publishes what was prepared earlier, e.g. a row of an outbox. */
    public Uni<Void> publish(OutgoingEvent event, Context trace) {
        var cloudEvent = OutgoingCloudEventMetadata.<byte[]>builder()
                .withId(event.id())
                .withType(event.type())
                .withSource(source)
                .withTimestamp(clock.instant().atZone(ZoneOffset.UTC))
                .withDataContentType("application/json")
                .build();
        var record = OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(event.topic())
                .withKey(event.key())
                .build();
        return emitter.sendMessage(
                Message.of(valueOf(event), Metadata.of(cloudEvent, record, TracingMetadata.withCurrent(trace))));
    }

    // A record without value is a null for Kafka: a framework edge.
    @SuppressWarnings("NullAway")
    private static byte[] valueOf(OutgoingEvent event) {
        return event.isTombstone() ? null : event.payload();
    }

    /** The record key: the video, and for the work queue the part of it. */
    public static String keyOf(VideoEvent event) {
        return event instanceof EncodeTask task
                ? VideoPartitioner.workKey(task.videoId(), task.part())
                : event.videoId().toString();
    }
}
