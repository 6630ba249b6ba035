package io.anpip.transcode.encoder;

import io.anpip.messaging.EventInbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * The Kafka edge of the encoder: a classic consumer group over the work queue. Thin, so that a share group can take its place once the
 * connector's is mature.
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
}
