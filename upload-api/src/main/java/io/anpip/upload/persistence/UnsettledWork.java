package io.anpip.upload.persistence;

import io.anpip.schemas.VideoId;
import io.anpip.upload.sweep.UnsettledVideo;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.StreamSupport;

/**
 * Which videos are in work, and for how long nothing was heard of them. All times are the database's: the clocks of the services do not
 * matter.
 */
@ApplicationScoped
public class UnsettledWork {

    /** Whether the upload {@code u} is in work, as far as has been noted. */
    static final String IN_WORK =
            "u.state = 'FINALIZED' and u.settled_generation < u.generation and u.admitted_at is not null";

    /** When something was last heard of the upload {@code u}, whose status is {@code s} if it has one. */
    static final String LAST_HEARD_OF =
            "greatest(u.issued_at, case when s.generation >= u.generation then s.updated_at else u.issued_at end)";

    /** What has ended is noted first, so that the list that is read each time stays short. */
    private static final String SETTLE = """
            update uploads.upload u set settled_generation = u.generation, reissues = 0
            from status.video_status s
            where %s
              and s.video_id = u.id and s.generation >= u.generation and s.status in ('READY', 'FAILED')""".formatted(IN_WORK);

    private static final String UNSETTLED = """
            select u.id, u.generation, u.reissues, u.size_bytes, (s.document ->> 'durationSeconds')::float8 as duration,
                   extract(epoch from now() - %s)::float8 as silent
            from uploads.upload u left join status.video_status s on s.video_id = u.id
            where %s
            order by u.issued_at limit $1""".formatted(LAST_HEARD_OF, IN_WORK);

    private static final String ISSUED = "update uploads.upload set issued_at = now() where id = :id";
    private static final String REISSUED =
            "update uploads.upload set issued_at = now(), reissues = reissues + 1 where id = :id";

    private final Pool pool;

    public UnsettledWork(Pool pool) {
        this.pool = pool;
    }

    /** The videos in work, those first whose work was issued first. */
    public Uni<List<UnsettledVideo>> list(int limit) {
        return pool.query(SETTLE)
                .execute()
                .chain(() -> pool.preparedQuery(UNSETTLED).execute(Tuple.of(limit)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(UnsettledWork::video)
                        .toList());
    }

    /** Notes in the transaction of the caller that work was begun again. */
    public Uni<Void> reissued(VideoId id) {
        return execute(REISSUED, id);
    }

    /** Gives a video another deadline, in the transaction of the caller. */
    public Uni<Void> postponed(VideoId id) {
        return execute(ISSUED, id);
    }

    private static Uni<Void> execute(String update, VideoId id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(update)
                        .setParameter("id", id.value())
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static UnsettledVideo video(Row row) {
        return new UnsettledVideo(
                new VideoId(row.getUUID("id")),
                row.getInteger("generation"),
                row.getInteger("reissues"),
                row.getLong("size_bytes"),
                Optional.ofNullable(row.getDouble("duration"))
                        .map(OptionalDouble::of)
                        .orElseGet(OptionalDouble::empty),
                Duration.ofMillis((long) (row.getDouble("silent") * 1000)));
    }
}
