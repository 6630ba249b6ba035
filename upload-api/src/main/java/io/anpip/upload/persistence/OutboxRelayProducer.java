package io.anpip.upload.persistence;

import io.anpip.messaging.EventPublisher;
import io.anpip.messaging.outbox.OutboxRelay;
import io.anpip.upload.settings.UploadConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;

/** Makes the relay of this service's outbox and keeps it running while the service runs. */
@ApplicationScoped
public class OutboxRelayProducer {

    private final OutboxRelay relay;
    private final Vertx vertx;
    private final UploadConfig config;
    private long timer;

    public OutboxRelayProducer(Pool pool, EventPublisher publisher, Vertx vertx, UploadConfig config) {
        this.relay = new OutboxRelay(pool, publisher, Outbox.TABLE);
        this.vertx = vertx;
        this.config = config;
    }

    @Produces
    OutboxRelay relay() {
        return relay;
    }

    void start(@Observes StartupEvent started) {
        timer = relay.start(vertx, config.outboxInterval());
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }
}
