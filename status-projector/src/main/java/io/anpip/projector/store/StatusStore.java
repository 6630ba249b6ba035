package io.anpip.projector.store;

import io.anpip.messaging.GivenUp;
import io.anpip.messaging.outbox.OutboxRow;
import io.anpip.projector.projection.ProjectedVideo;
import io.anpip.projector.webhook.WebhookQueue;
import io.anpip.schemas.EventCodec;
import io.anpip.schemas.StatusEvent;
import io.anpip.schemas.VideoDocument;
import io.anpip.schemas.VideoId;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Keeps the row of each video, and writes with it what is to be told.
 *
 * <p>Ordering: the row's lock serialises changes of a video, so its outbox rows are in the order of its sequence. Idempotence: a change
 * that brings nothing new writes nothing; a notification is written once for a video, generation and kind. Failure: all of a change or
 * nothing of it is committed.
 */
@ApplicationScoped
public class StatusStore {

    /** The outbox of this service. */
    public static final String OUTBOX = "status.outbox_record";

    // JSON is bound as text: the client would take a String for a jsonb parameter as a JSON string.
    private static final String LOCK =
            "select state::text as state, sequence from status.video_status where video_id = $1 for update";
    private static final String BEGIN = """
            insert into status.video_status
                (video_id, status, generation, sequence, created_at, updated_at, document, state)
            values ($1, 'UPLOADING', 1, 0, now(), now(), '{}', $2::text::jsonb)
            on conflict (video_id) do nothing""";
    private static final String KEEP =
            "update status.video_status set state = $2::text::jsonb, updated_at = now() where video_id = $1";
    private static final String SHOW = """
            update status.video_status
            set state = $2::text::jsonb, document = $3::text::jsonb, status = $4, generation = $5, sequence = $6,
                created_at = $7, deleted_at = $8, updated_at = now()
            where video_id = $1""";
    private static final String TELL = """
            insert into status.outbox_record (topic, record_key, event_type, event_id, payload, traceparent)
            values ($1, $2, $3, $4, $5, $6)""";
    private static final String NOTE = """
            insert into status.notification (video_id, generation, kind, event_id) values ($1, $2, $3, $4)
            on conflict (video_id, generation, kind) do nothing""";

    private final Pool pool;
    private final WebhookQueue webhooks;

    StatusStore(Pool pool, WebhookQueue webhooks) {
        this.pool = pool;
        this.webhooks = webhooks;
    }

    /** Changes the state of a video and answers the new one, which is then committed. */
    public Uni<ProjectedVideo> fold(VideoId videoId, UnaryOperator<ProjectedVideo> change) {
        // Rows are made on the connection's thread, where the trace of the caller would be lost.
        Function<StoredVideo, FoldStep> decide = Context.current().wrapFunction(stored -> decide(stored, change));
        return pool.withTransaction(connection -> locked(connection, videoId)
                .map(decide)
                .call(step -> write(connection, step))
                .map(FoldStep::state));
    }

    private static FoldStep decide(StoredVideo stored, UnaryOperator<ProjectedVideo> change) {
        try {
            return FoldStep.of(stored, change);
        } catch (RuntimeException broken) {
            // Pure code that fails will fail again: no trouble of the infrastructure that passes.
            throw new GivenUp(
                    "The event can't be folded into what is known of the video: " + broken.getMessage(), broken);
        }
    }

    private static Uni<StoredVideo> locked(SqlConnection connection, VideoId videoId) {
        return lock(connection, videoId)
                .chain(found ->
                        found.map(stored -> Uni.createFrom().item(stored)).orElseGet(() -> begin(connection, videoId)));
    }

    private static Uni<StoredVideo> begin(SqlConnection connection, VideoId videoId) {
        return connection
                .preparedQuery(BEGIN)
                .execute(Tuple.of(videoId.value(), json(ProjectedVideo.unknown(videoId))))
                // Another transaction may have been first; its row is then the one that is locked.
                .chain(begun -> lock(connection, videoId))
                .map(Optional::orElseThrow);
    }

    private static Uni<Optional<StoredVideo>> lock(SqlConnection connection, VideoId videoId) {
        return connection.preparedQuery(LOCK).execute(Tuple.of(videoId.value())).map(rows -> {
            RowIterator<Row> row = rows.iterator();
            return row.hasNext() ? Optional.of(stored(videoId, row.next())) : Optional.empty();
        });
    }

    private static StoredVideo stored(VideoId videoId, Row row) {
        ProjectedVideo state = ProjectedVideo.fromJson(row.getString("state").getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> new GivenUp("The row of video " + videoId + " does not hold a state"));
        return new StoredVideo(state, row.getLong("sequence"));
    }

    private Uni<Void> write(SqlConnection connection, FoldStep step) {
        return switch (step) {
            case FoldStep.Nothing ignored -> Uni.createFrom().voidItem();
            case FoldStep.Quiet quiet ->
                connection
                        .preparedQuery(KEEP)
                        .execute(Tuple.of(quiet.state().videoId().value(), json(quiet.state())))
                        .replaceWithVoid();
            case FoldStep.Shown shown ->
                show(connection, shown)
                        .chain(() -> tell(connection, shown.record()))
                        .chain(() -> shown.notification()
                                .map(notification -> notify(connection, shown, notification))
                                .orElseGet(() -> Uni.createFrom().voidItem()));
        };
    }

    private static Uni<Void> show(SqlConnection connection, FoldStep.Shown step) {
        VideoDocument document = step.document();
        Tuple values = Tuple.tuple()
                .addUUID(document.id().value())
                .addString(json(step.state()))
                .addString(new String(EventCodec.encode(document), StandardCharsets.UTF_8))
                .addString(document.status().name())
                .addInteger(document.generation())
                .addLong(document.sequence())
                .addOffsetDateTime(utc(document.createdAt()))
                .addValue(step.state().deletedAt().map(StatusStore::utc).orElse(null));
        return connection.preparedQuery(SHOW).execute(values).replaceWithVoid();
    }

    private static Uni<Void> tell(SqlConnection connection, OutboxRow row) {
        Tuple values = Tuple.tuple()
                .addString(row.topic())
                .addString(row.recordKey())
                .addString(row.eventType())
                .addString(row.eventId())
                .addValue(row.payload().map(Buffer::buffer).orElse(null))
                .addString(row.traceparent().orElse(null));
        return connection.preparedQuery(TELL).execute(values).replaceWithVoid();
    }

    private Uni<Void> notify(SqlConnection connection, FoldStep.Shown step, Notification notification) {
        StatusEvent event = notification.event();
        Tuple values = Tuple.of(
                event.videoId().value(), event.generation(), event.getClass().getSimpleName(), event.eventId());
        return connection
                .preparedQuery(NOTE)
                .execute(values)
                .chain(noted -> noted.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : tell(connection, notification.record())
                                .chain(() -> webhooks.enqueue(
                                        connection, event, step.state().statusSince())));
    }

    private static String json(ProjectedVideo state) {
        return new String(state.toJson(), StandardCharsets.UTF_8);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
