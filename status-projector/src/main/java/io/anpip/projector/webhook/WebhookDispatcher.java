package io.anpip.projector.webhook;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends due deliveries, to each endpoint a few at a time, so that a slow one holds up no other.
 *
 * <p>Threading: nothing blocks. Failure: what can't be written down is left to the lease; the delivery becomes due again.
 */
@ApplicationScoped
public class WebhookDispatcher {

    private static final Logger LOGGER = LoggerFactory.getLogger(WebhookDispatcher.class);
    private static final Duration LEASE_BEYOND_TIMEOUT = Duration.ofSeconds(45);

    private final Vertx vertx;
    private final WebhookQueue queue;
    private final WebhookSender sender;
    private final RetrySchedule schedule;
    private final Duration pollInterval;
    private final Duration lease;
    private final List<Lane> lanes;
    private final AtomicLong timer = new AtomicLong(-1);

    WebhookDispatcher(
            Vertx vertx,
            WebhookQueue queue,
            WebhookSender sender,
            RetrySchedule schedule,
            WebhookEndpoints endpoints,
            WebhookConfig config) {
        this.vertx = vertx;
        this.queue = queue;
        this.sender = sender;
        this.schedule = schedule;
        this.pollInterval = config.pollInterval();
        this.lease = config.timeout().plus(LEASE_BEYOND_TIMEOUT);
        this.lanes = endpoints.all().stream()
                .map(endpoint -> new Lane(endpoint, new Semaphore(config.concurrency())))
                .toList();
    }

    /** Begins to look for due deliveries. */
    public void start() {
        if (!lanes.isEmpty()) {
            LOGGER.info("Webhooks go to {} endpoints", lanes.size());
            timer.set(vertx.setPeriodic(pollInterval.toMillis(), ignored -> nudge()));
        }
    }

    /** Takes no more; what is on its way is let go. */
    public void stop() {
        vertx.cancelTimer(timer.get());
    }

    /** Says that deliveries may have become due. */
    public void nudge() {
        lanes.forEach(this::fill);
    }

    private void fill(Lane lane) {
        int free = lane.slots.drainPermits();
        if (free == 0) {
            return;
        }
        queue.take(lane.endpoint, free, lease)
                .subscribe()
                .with(
                        taken -> {
                            lane.slots.release(free - taken.size());
                            taken.forEach(delivery -> send(lane, delivery));
                        },
                        trouble -> {
                            lane.slots.release(free);
                            LOGGER.warn("Webhook deliveries wait: {}", trouble.getMessage());
                        });
    }

    private void send(Lane lane, Delivery delivery) {
        sender.send(lane.endpoint, delivery)
                .chain(outcome -> settle(lane.endpoint, delivery, outcome))
                .subscribe()
                .with(
                        settled -> {
                            lane.slots.release();
                            fill(lane);
                        },
                        trouble -> {
                            lane.slots.release();
                            LOGGER.warn("The outcome of a webhook delivery is lost: {}", trouble.getMessage());
                        });
    }

    private Uni<Void> settle(WebhookEndpoint endpoint, Delivery delivery, DeliveryOutcome outcome) {
        return switch (outcome) {
            case DeliveryOutcome.Delivered ignored -> queue.delivered(delivery);
            case DeliveryOutcome.Gone ignored -> {
                LOGGER.warn("Webhook endpoint {} answered 410 and gets no more messages", endpoint.name());
                yield queue.disable(endpoint, delivery, "The endpoint answered 410");
            }
            case DeliveryOutcome.NotDelivered(String reason, Optional<Duration> wish) -> {
                int attempts = delivery.attempts() + 1;
                LOGGER.info(
                        "Webhook {} to {}: attempt {} failed: {}",
                        delivery.messageId(),
                        endpoint.name(),
                        attempts,
                        reason);
                yield schedule.after(attempts, wish, ThreadLocalRandom.current().nextDouble())
                        .map(pause -> queue.postponed(delivery, reason, pause))
                        .orElseGet(() -> {
                            LOGGER.warn("Webhook {} to {} is given up", delivery.messageId(), endpoint.name());
                            return queue.givenUp(delivery, reason);
                        });
            }
        };
    }

    /** An endpoint with the slots that are free for it in this process. */
    private record Lane(WebhookEndpoint endpoint, Semaphore slots) {}
}
