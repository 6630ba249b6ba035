package io.anpip.transcode.packager;

import io.anpip.messaging.EventInbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The Kafka edge of the packager towards the pictures of a video. */
@ApplicationScoped
public class ImagesConsumer {

    private final EventInbox inbox;
    private final ImagesHandler handler;

    public ImagesConsumer(EventInbox inbox, ImagesHandler handler) {
        this.inbox = inbox;
        this.handler = handler;
    }

    @Incoming("thumbnails-in")
    @Blocking("packager")
    void onThumbnails(byte[] payload, IncomingKafkaRecordMetadata<String, byte[]> record) {
        inbox.receive(payload, record, handler);
    }
}
