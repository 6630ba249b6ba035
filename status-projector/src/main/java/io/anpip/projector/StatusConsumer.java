package io.anpip.projector;

import io.anpip.messaging.EventInbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * The Kafka edge: takes the records of all topics that say something about a video.
 *
 * <p>Ordering: none; two events of one video may be handled at the same time, and the lock of the video's row serialises them.
 */
@ApplicationScoped
public class StatusConsumer {

    private final EventInbox inbox;
    private final StatusHandler handler;

    StatusConsumer(EventInbox inbox, StatusHandler handler) {
        this.inbox = inbox;
        this.handler = handler;
    }

    @Incoming("uploads-in")
    @Incoming("sources-in")
    @Incoming("renditions-in")
    @Incoming("thumbnails-in")
    @Incoming("chapters-in")
    @Blocking(value = "projector", ordered = false)
    void onEvent(byte[] payload, IncomingKafkaRecordMetadata<String, byte[]> record) {
        inbox.receive(payload, record, handler);
    }
}
