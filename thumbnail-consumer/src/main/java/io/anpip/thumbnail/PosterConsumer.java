package io.anpip.thumbnail;

import io.anpip.messaging.EventInbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The Kafka edge of posters that users pick: somebody waits for them, so they have a pool of their own. */
@ApplicationScoped
public class PosterConsumer {

    private final EventInbox inbox;
    private final PosterHandler handler;

    public PosterConsumer(EventInbox inbox, PosterHandler handler) {
        this.inbox = inbox;
        this.handler = handler;
    }

    @Incoming("uploads-in")
    @Blocking(value = "poster-picker", ordered = false)
    void onUpload(byte[] payload, IncomingKafkaRecordMetadata<String, byte[]> record) {
        inbox.receive(payload, record, handler);
    }
}
