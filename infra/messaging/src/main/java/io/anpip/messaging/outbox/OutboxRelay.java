package io.anpip.messaging.outbox;

import io.anpip.failpoint.FailPoint;
import io.anpip.messaging.EventPublisher;
import io.anpip.messaging.OutgoingEvent;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the rows of an outbox to Kafka and removes them once the broker has them.
 *
 * <p>Ordering: one relay of a service publishes at a time (an advisory lock of the transaction), in the order of the rows; rows of one
 * video are written under that video's row lock, so their order is the order of their commits. Rows are taken by lock and never by
 * "larger than the last id": a slow transaction may commit a smaller id later.
 *
 * <p>Idempotence: a crash between publishing and removing publishes a row again, with the same event id. Threading: everything runs on
 * event loops; one sweep at a time per process.
 */
public final class OutboxRelay {

    private static final Logger LOGGER = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH = 256;

    private final Pool pool;
    private final EventPublisher publisher;
    private final String table;
    private final AtomicBoolean sweeping = new AtomicBoolean();
    private final AtomicBoolean nudged = new AtomicBoolean();

    /** @param table the outbox with its schema, e.g. {@code uploads.outbox_record}; a constant of the service */
    public OutboxRelay(Pool pool, EventPublisher publisher, String table) {
        this.pool = pool;
        this.publisher = publisher;
        this.table = table;
    }

    /** Begins to look for rows at intervals, for those whose nudge was lost. Returns the timer to cancel. */
    public long start(Vertx vertx, Duration interval) {
        return vertx.setPeriodic(interval.toMillis(), ignored -> nudge());
    }

    /** Says that rows were committed: they are published now rather than at the next interval. */
    public void nudge() {
        nudged.set(true);
        if (sweeping.compareAndSet(false, true)) {
            nudged.set(false);
            sweep().subscribe().with(this::swept, this::failed);
        }
    }

    private void swept(int published) {
        sweeping.set(false);
        if (published == BATCH || nudged.get()) {
            nudge();
        }
    }

    private void failed(Throwable trouble) {
        sweeping.set(false);
        LOGGER.warn("The outbox {} keeps its rows until the next try: {}", table, trouble.getMessage());
    }

    private Uni<Integer> sweep() {
        return pool.withTransaction(connection -> connection
                .preparedQuery("select pg_try_advisory_xact_lock(hashtextextended($1, 0))")
                .execute(Tuple.of(table))
                .chain(locked -> locked.iterator().next().getBoolean(0)
                        ? publishBatch(connection)
                        : Uni.createFrom().item(0)));
    }

    private Uni<Integer> publishBatch(SqlConnection connection) {
        return connection
                .preparedQuery("select id, topic, record_key, event_type, event_id, payload, traceparent from " + table
                        + " order by id limit " + BATCH + " for update skip locked")
                .execute()
                .chain(rows -> {
                    if (rows.size() > 0) {
                        FailPoint.OUTBOX_COMMITTED.reach();
                    }
                    List<Long> ids = new ArrayList<>();
                    List<Uni<Void>> sent = new ArrayList<>();
                    for (Row row : rows) {
                        ids.add(row.getLong("id"));
                        // Subscribed to at once and in order: the producer keeps the order of its sends.
                        sent.add(publish(row).memoize().indefinitely());
                    }
                    if (ids.isEmpty()) {
                        return Uni.createFrom().item(0);
                    }
                    return Uni.join()
                            .all(sent)
                            .usingConcurrencyOf(sent.size())
                            .andFailFast()
                            .invoke(FailPoint.OUTBOX_PUBLISHED::reach)
                            .chain(done -> connection
                                    .preparedQuery("delete from " + table + " where id = any($1)")
                                    .execute(Tuple.of(ids.toArray(Long[]::new))))
                            .replaceWith(ids.size());
                });
    }

    private Uni<Void> publish(Row row) {
        Buffer payload = row.getBuffer("payload");
        return publisher.publish(
                new OutgoingEvent(
                        row.getString("topic"),
                        row.getString("record_key"),
                        row.getString("event_type"),
                        row.getString("event_id"),
                        payload == null ? OutgoingEvent.TOMBSTONE : payload.getBytes()),
                traceOf(row.getString("traceparent")));
    }

    private static Context traceOf(@Nullable String traceparent) {
        return traceparent == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance()
                        .extract(Context.root(), Map.of("traceparent", traceparent), MapGetter.INSTANCE);
    }

    private enum MapGetter implements TextMapGetter<Map<String, String>> {
        INSTANCE;

        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return carrier.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
            return carrier == null ? null : carrier.get(key);
        }
    }
}
