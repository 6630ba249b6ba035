package io.anpip.transcode.planner;

import io.anpip.messaging.EventInbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The Kafka edge of the planner. */
@ApplicationScoped
public class PlannerConsumer {

    private final EventInbox inbox;
    private final PlanHandler handler;

    public PlannerConsumer(EventInbox inbox, PlanHandler handler) {
        this.inbox = inbox;
        this.handler = handler;
    }

    @Incoming("sources-in")
    @Blocking(value = "planner", ordered = false)
    void onSource(byte[] payload, IncomingKafkaRecordMetadata<String, byte[]> record) {
        inbox.receive(payload, record, handler);
    }
}
