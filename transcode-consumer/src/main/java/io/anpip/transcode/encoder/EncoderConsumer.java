package io.anpip.transcode.encoder;

import io.anpip.messaging.EventInbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * The Kafka edge of the encoder: a classic consumer group over each of the two work queues, with threads of its own, so that neither waits
 * for the other. Thin, so that share groups can take their place once the connector's are mature.
 */
@ApplicationScoped
public class EncoderConsumer {

    private final EventInbox inbox;
    private final EncodeHandler handler;

    public EncoderConsumer(EventInbox inbox, EncodeHandler handler) {
        this.inbox = inbox;
        this.handler = handler;
    }

    @Incoming("encode-tasks-in")
    @Blocking(value = "encoder", ordered = false)
    void onTask(byte[] payload, IncomingKafkaRecordMetadata<String, byte[]> record) {
        inbox.receive(payload, record, handler);
    }

    @Incoming("fast-encode-tasks-in")
    @Blocking(value = "fast-encoder", ordered = false)
    void onFastTask(byte[] payload, IncomingKafkaRecordMetadata<String, byte[]> record) {
        inbox.receive(payload, record, handler);
    }
}
