package io.anpip.projector.webhook;

import io.anpip.schemas.EventCodec;
import io.anpip.schemas.StatusEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The deliveries, as rows.
 *
 * <p>Ordering: none; receivers order by the document's sequence. Threading: any number of processes may take deliveries. A taken row is
 * out of sight for a while, and due again should its taker die.
 */
@ApplicationScoped
public class WebhookQueue {

    private static final String ENQUEUE = """
            insert into status.webhook_delivery (endpoint, notification_id, payload, next_attempt_at)
            select $1::text, $2::uuid, $3::text, now() + $4::bigint * interval '1 millisecond'
            where not exists (select 1 from status.webhook_disabled where endpoint = $1 and url = $5)
            on conflict (endpoint, notification_id) do nothing""";
    private static final String TAKE = """
            update status.webhook_delivery set next_attempt_at = now() + $3::bigint * interval '1 millisecond'
            where id in (
                select id from status.webhook_delivery
                where state = 'PENDING' and endpoint = $1 and next_attempt_at <= now()
                order by next_attempt_at limit $2 for update skip locked)
            returning id, notification_id, payload, attempt""";
    private static final String DELIVERED = """
            update status.webhook_delivery
            set state = 'DELIVERED', attempt = attempt + 1, delivered_at = now(), last_error = null
            where id = $1 and state = 'PENDING'""";
    private static final String POSTPONED = """
            update status.webhook_delivery
            set attempt = attempt + 1, last_error = $2, next_attempt_at = now() + $3::bigint * interval '1 millisecond'
            where id = $1 and state = 'PENDING'""";
    private static final String GIVEN_UP = """
            update status.webhook_delivery set state = 'GIVEN_UP', attempt = attempt + 1, last_error = $2
            where id = $1 and state = 'PENDING'""";
    private static final String DISABLE = """
            insert into status.webhook_disabled (endpoint, url, reason) values ($1, $2, $3)
            on conflict (endpoint, url) do nothing""";
    private static final String DISABLED = """
            update status.webhook_delivery
            set state = 'DISABLED', last_error = $2, attempt = case when id = $3 then attempt + 1 else attempt end
            where endpoint = $1 and state = 'PENDING'""";

    private final Pool pool;
    private final WebhookEndpoints endpoints;
    private final RetrySchedule schedule;
    private final URI publicUrl;

    WebhookQueue(
            Pool pool,
            WebhookEndpoints endpoints,
            RetrySchedule schedule,
            @ConfigProperty(name = "anpip.public-url", defaultValue = "http://127.0.0.1:8080") URI publicUrl) {
        this.pool = pool;
        this.endpoints = endpoints;
        this.schedule = schedule;
        this.publicUrl = publicUrl;
    }

    /**
     * Writes a delivery of a notification for every endpoint that wants it, in the caller's transaction.
     *
     * @param since when the video came to the status that is told
     */
    public Uni<Void> enqueue(SqlConnection connection, StatusEvent notification, Instant since) {
        List<Tuple> rows = WebhookType.of(notification).map(endpoints::wanting).orElse(List.of()).stream()
                .map(endpoint -> row(endpoint, notification, since))
                .toList();
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection.preparedQuery(ENQUEUE).executeBatch(rows).replaceWithVoid();
    }

    private Tuple row(WebhookEndpoint endpoint, StatusEvent notification, Instant since) {
        WebhookMessage message =
                WebhookMessage.of(notification, since, publicUrl).orElseThrow();
        return Tuple.of(
                endpoint.name(),
                notification.eventId(),
                new String(EventCodec.encodeDocument(message), StandardCharsets.UTF_8),
                schedule.beforeFirst().toMillis(),
                endpoint.url().toString());
    }

    /** Takes due deliveries to an endpoint; unless settled within the lease they become due again. */
    Uni<List<Delivery>> take(WebhookEndpoint endpoint, int most, Duration lease) {
        return execute(TAKE, Tuple.of(endpoint.name(), most, lease.toMillis()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(WebhookQueue::delivery)
                        .toList());
    }

    private static Delivery delivery(Row row) {
        return new Delivery(
                row.getLong("id"),
                row.getUUID("notification_id").toString(),
                row.getString("payload"),
                row.getInteger("attempt"));
    }

    Uni<Void> delivered(Delivery delivery) {
        return execute(DELIVERED, Tuple.of(delivery.id())).replaceWithVoid();
    }

    Uni<Void> postponed(Delivery delivery, String reason, Duration pause) {
        return execute(POSTPONED, Tuple.of(delivery.id(), reason, pause.toMillis()))
                .replaceWithVoid();
    }

    Uni<Void> givenUp(Delivery delivery, String reason) {
        return execute(GIVEN_UP, Tuple.of(delivery.id(), reason)).replaceWithVoid();
    }

    /** Sends an endpoint nothing more, neither what is waiting nor what is still to come. */
    Uni<Void> disable(WebhookEndpoint endpoint, Delivery refused, String reason) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(DISABLE)
                .execute(Tuple.of(endpoint.name(), endpoint.url().toString(), reason))
                .chain(() ->
                        connection.preparedQuery(DISABLED).execute(Tuple.of(endpoint.name(), reason, refused.id())))
                .replaceWithVoid());
    }

    // Not pool.preparedQuery: when the database is away, that leaves a timer which fails a second time half a minute
    // later (seen with vertx-sql-client 4.5.25).
    private Uni<RowSet<Row>> execute(String query, Tuple values) {
        return pool.withConnection(connection -> connection.preparedQuery(query).execute(values));
    }
}
