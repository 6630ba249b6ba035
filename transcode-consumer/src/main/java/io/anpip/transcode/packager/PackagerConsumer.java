package io.anpip.transcode.packager;

import io.anpip.messaging.EventInbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The Kafka edge of the packager. Ordered: one video has one packager at a time, because its events share a partition. */
@ApplicationScoped
public class PackagerConsumer {

    private final EventInbox inbox;
    private final PackageHandler handler;

    public PackagerConsumer(EventInbox inbox, PackageHandler handler) {
        this.inbox = inbox;
        this.handler = handler;
    }

    @Incoming("renditions-in")
    @Blocking("packager")
    void onRendition(byte[] payload, IncomingKafkaRecordMetadata<String, byte[]> record) {
        inbox.receive(payload, record, handler);
    }
}
