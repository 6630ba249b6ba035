package io.anpip.transcode.assembler;

import io.anpip.messaging.EventInbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The Kafka edge of the assembler. */
@ApplicationScoped
public class AssemblerConsumer {

    private final EventInbox inbox;
    private final AssembleHandler handler;

    public AssemblerConsumer(EventInbox inbox, AssembleHandler handler) {
        this.inbox = inbox;
        this.handler = handler;
    }

    @Incoming("uploads-in")
    @Blocking(value = "assembler", ordered = false)
    void onUpload(byte[] payload, IncomingKafkaRecordMetadata<String, byte[]> record) {
        inbox.receive(payload, record, handler);
    }
}
