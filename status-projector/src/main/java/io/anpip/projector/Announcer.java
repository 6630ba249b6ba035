package io.anpip.projector;

import io.anpip.messaging.EventPublisher;
import io.anpip.messaging.outbox.OutboxRelay;
import io.anpip.projector.store.StatusStore;
import io.anpip.projector.webhook.WebhookDispatcher;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Carries what the store has written to the outside: outbox rows to Kafka, deliveries to webhook endpoints. */
@ApplicationScoped
public class Announcer {

    private static final Duration RELAY_INTERVAL = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final OutboxRelay relay;
    private final WebhookDispatcher webhooks;
    private final AtomicLong timer = new AtomicLong();

    Announcer(Vertx vertx, Pool pool, EventPublisher publisher, WebhookDispatcher webhooks) {
        this.vertx = vertx;
        this.relay = new OutboxRelay(pool, publisher, StatusStore.OUTBOX);
        this.webhooks = webhooks;
    }

    void onStart(@Observes StartupEvent started) {
        timer.set(relay.start(vertx, RELAY_INTERVAL));
        webhooks.start();
    }

    void onStop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer.get());
        webhooks.stop();
    }

    /** Says that something was committed, so that it goes out now rather than at the next interval. */
    void nudge() {
        relay.nudge();
        webhooks.nudge();
    }
}
