package io.anpip.upload.persistence;

import io.anpip.messaging.outbox.OutboxRow;
import io.anpip.schemas.VideoEvent;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Writes events into the transaction of its caller, so that an event exists exactly when what it says is true.
 *
 * <p>Ordering: the caller holds the lock of the upload's row, and so the events of one video are in the order of their
 * commits.
 */
@ApplicationScoped
public class Outbox {

    /** The table the relay reads. */
    public static final String TABLE = "uploads.outbox_record";

    private static final String INSERT = "insert into " + TABLE
            + " (topic, record_key, event_type, event_id, payload, traceparent)"
            + " values (:topic, :key, :type, :event, :payload, nullif(:trace, ''))";

    /** Adds an event. */
    public Uni<Void> write(VideoEvent event) {
        OutboxRow row = OutboxRow.of(event);
        return Panache.getSession()
                .chain(session -> carrying(row, session.createNativeQuery(INSERT, new AffectedEntities()))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Gives a statement what a row of an outbox carries. */
    static Mutiny.MutationQuery carrying(OutboxRow row, Mutiny.MutationQuery statement) {
        return statement
                .setParameter("topic", row.topic())
                .setParameter("key", row.recordKey())
                .setParameter("type", row.eventType())
                .setParameter("event", row.eventId())
                .setParameter("payload", row.payload().orElseThrow())
                .setParameter("trace", row.traceparent().orElse(""));
    }
}
