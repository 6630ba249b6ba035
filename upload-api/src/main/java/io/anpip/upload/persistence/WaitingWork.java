package io.anpip.upload.persistence;

import io.anpip.messaging.outbox.OutboxRow;
import io.anpip.schemas.VideoEvent;
import io.anpip.schemas.VideoId;
import io.anpip.upload.admission.FairTurns;
import io.anpip.upload.admission.OwnerQueue;
import io.anpip.upload.admission.WaitingVideo;
import io.anpip.upload.settings.AdmissionConfig;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.common.AffectedEntities;

/**
 * Events that set work going and wait for the turn of their owner, and how many videos are in work. All times are the database's.
 *
 * <p>Ordering: who admits first locks the rows of the uploads, as everybody does who writes events of a video; then what waits goes to the
 * outbox in the order of the turns. One process admits at a time, by an advisory lock.
 */
@ApplicationScoped
public class WaitingWork {

    private static final String ASK = """
            insert into uploads.waiting_work
                (upload_id, owner, cost_bytes, topic, record_key, event_type, event_id, payload, traceparent)
            select u.id, u.owner, greatest(u.size_bytes, :least), :topic, :key, :type, :event, :payload, nullif(:trace, '')
            from uploads.upload u where u.id = :id
            on conflict (upload_id) do update set since = now(), event_type = excluded.event_type,
                event_id = excluded.event_id, payload = excluded.payload, traceparent = excluded.traceparent""";

    private static final String NOT_ADMITTED =
            "update uploads.upload set admitted_at = null, issued_at = now(), reissues = 0 where id = :id";

    private static final String FORGET = "delete from uploads.waiting_work where upload_id = :id";

    private static final String ONE_AT_A_TIME =
            "select pg_advisory_xact_lock(hashtextextended('uploads.waiting_work', 0))";

    private static final String COUNT = "select count(*) from uploads.waiting_work";

    /** Before the projector has made its table nothing can have ended. */
    private static final String HAS_STATUS = "select to_regclass('status.video_status') is not null";

    private static final String IN_WORK_WITHOUT_STATUS = """
            select count(*) from uploads.upload u
            where %s and u.issued_at > now() - $1 * interval '1 millisecond'""".formatted(UnsettledWork.IN_WORK);

    private static final String IN_WORK = """
            select count(*) from uploads.upload u left join status.video_status s on s.video_id = u.id
            where %s
              and not (s.generation is not null and s.generation >= u.generation and s.status in ('READY', 'FAILED'))
              and %s > now() - $1 * interval '1 millisecond'""".formatted(UnsettledWork.IN_WORK, UnsettledWork.LAST_HEARD_OF);

    private static final String QUEUES = """
            select o.owner, used.bytes::bigint as used, w.upload_id, w.cost_bytes
            from (select distinct owner from uploads.waiting_work) o
            cross join lateral (
                select coalesce(sum(greatest(u.size_bytes, $1)), 0) as bytes from uploads.upload u
                where u.owner = o.owner and u.admitted_at > now() - $2 * interval '1 millisecond') used
            cross join lateral (
                select upload_id, cost_bytes, since from uploads.waiting_work
                where owner = o.owner order by since, upload_id limit $3) w
            order by o.owner, w.since, w.upload_id""";

    private static final String ADMIT =
            "update uploads.upload set admitted_at = now(), issued_at = now() where id = any($1) and state = 'FINALIZED'";

    private static final String TO_THE_OUTBOX = "insert into " + Outbox.TABLE
            + " (topic, record_key, event_type, event_id, payload, traceparent)"
            + " select topic, record_key, event_type, event_id, payload, traceparent from uploads.waiting_work"
            + " where upload_id = any($1) order by array_position($1, upload_id)";

    private static final String TAKE = "delete from uploads.waiting_work where upload_id = any($1)";

    private final Pool pool;
    private final AdmissionConfig config;

    public WaitingWork(Pool pool, AdmissionConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** What a round of admission has done. */
    public record Round(int admitted, int stillWaiting) {}

    /** Has work on a video wait for its turn, in the transaction of the caller, who holds the lock of the upload. */
    public Uni<Void> add(VideoId id, VideoEvent event) {
        OutboxRow row = OutboxRow.of(event);
        return Panache.getSession()
                .chain(session -> Outbox.carrying(row, session.createNativeQuery(ASK, new AffectedEntities()))
                        .setParameter("id", id.value())
                        .setParameter("least", config.leastCost().asLongValue())
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery(NOT_ADMITTED, new AffectedEntities())
                                .setParameter("id", id.value())
                                .executeUpdate()))
                .replaceWithVoid();
    }

    /** Takes back what waits for a video, in the transaction of the caller, who holds the lock of the upload. */
    public Uni<Void> forget(VideoId id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FORGET, new AffectedEntities())
                        .setParameter("id", id.value())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Hands out the turns that are free. */
    public Uni<Round> admit() {
        return pool.withTransaction(connection -> connection
                .query(ONE_AT_A_TIME)
                .execute()
                .chain(() -> number(connection.query(COUNT).execute()))
                .chain(waiting -> waiting == 0
                        ? Uni.createFrom().item(new Round(0, 0))
                        : free(connection)
                                .chain(free -> free <= 0
                                        ? Uni.createFrom().item(0)
                                        : queues(connection, free)
                                                .chain(queues -> begin(connection, FairTurns.next(queues, free))))
                                .map(admitted -> new Round(admitted, waiting - admitted))));
    }

    private Uni<Integer> free(SqlConnection connection) {
        return connection
                .query(HAS_STATUS)
                .execute()
                .map(rows -> rows.iterator().next().getBoolean(0) ? IN_WORK : IN_WORK_WITHOUT_STATUS)
                .chain(query -> number(connection
                        .preparedQuery(query)
                        .execute(Tuple.of(config.patience().toMillis()))))
                .map(inWork -> config.inWork() - inWork);
    }

    private Uni<List<OwnerQueue>> queues(SqlConnection connection, int free) {
        return connection
                .preparedQuery(QUEUES)
                .execute(Tuple.of(
                        config.leastCost().asLongValue(), config.memory().toMillis(), (long) free))
                .map(WaitingWork::byOwner);
    }

    private static List<OwnerQueue> byOwner(RowSet<Row> rows) {
        Map<String, OwnerQueue> queues = new LinkedHashMap<>();
        for (Row row : rows) {
            WaitingVideo video = new WaitingVideo(new VideoId(row.getUUID("upload_id")), row.getLong("cost_bytes"));
            queues.merge(
                    row.getString("owner"),
                    new OwnerQueue(row.getString("owner"), row.getLong("used"), List.of(video)),
                    WaitingWork::joined);
        }
        return List.copyOf(queues.values());
    }

    private static OwnerQueue joined(OwnerQueue first, OwnerQueue more) {
        List<WaitingVideo> videos = new ArrayList<>(first.videos());
        videos.addAll(more.videos());
        return new OwnerQueue(first.owner(), first.usedBytes(), videos);
    }

    private static Uni<Integer> begin(SqlConnection connection, List<VideoId> turns) {
        UUID[] ids = turns.stream().map(VideoId::value).toArray(UUID[]::new);
        return connection
                .preparedQuery(ADMIT)
                .execute(Tuple.of(ids))
                .chain(() -> connection.preparedQuery(TO_THE_OUTBOX).execute(Tuple.of(ids)))
                .chain(() -> connection.preparedQuery(TAKE).execute(Tuple.of(ids)))
                .replaceWith(turns.size());
    }

    private static Uni<Integer> number(Uni<RowSet<Row>> rows) {
        return rows.map(found -> found.iterator().next().getLong(0).intValue());
    }
}
