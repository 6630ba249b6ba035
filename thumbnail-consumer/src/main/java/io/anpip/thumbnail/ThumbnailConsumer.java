package io.anpip.thumbnail;

import io.anpip.messaging.EventInbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The Kafka edge: sources that are ready go to the handler, on a bounded pool. */
@ApplicationScoped
public class ThumbnailConsumer {

    private final EventInbox inbox;
    private final ThumbnailHandler handler;

    public ThumbnailConsumer(EventInbox inbox, ThumbnailHandler handler) {
        this.inbox = inbox;
        this.handler = handler;
    }

    @Incoming("sources-in")
    @Blocking(value = "thumbnailer", ordered = false)
    void onSource(byte[] payload, IncomingKafkaRecordMetadata<String, byte[]> record) {
        inbox.receive(payload, record, handler);
    }
}
