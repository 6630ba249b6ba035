package io.anpip.upload.persistence;

import io.anpip.schemas.VideoId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/** Videos that are READY and still have the chunks they came in. */
@ApplicationScoped
public class FinishedVideos {

    private static final String WITH_CHUNKS = """
            select u.id from uploads.upload u join status.video_status s on s.video_id = u.id
            where u.state = 'FINALIZED' and u.chunks_removed_at is null and s.status = 'READY'
              and s.generation >= u.generation and s.updated_at < now() - $1 * interval '1 millisecond'
            order by u.issued_at limit $2""";

    private static final String REMOVED = "update uploads.upload set chunks_removed_at = now() where id = $1";

    private final Pool pool;

    public FinishedVideos(Pool pool) {
        this.pool = pool;
    }

    /** Those that have been READY for so long, by the clock of the database. */
    public Uni<List<VideoId>> withChunks(Duration grace, int limit) {
        return pool.preparedQuery(WITH_CHUNKS)
                .execute(Tuple.of(grace.toMillis(), limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new VideoId(row.getUUID("id")))
                        .toList());
    }

    /** Notes that the chunks of a video are gone. */
    public Uni<Void> chunksRemoved(VideoId id) {
        return pool.preparedQuery(REMOVED).execute(Tuple.of(id.value())).replaceWithVoid();
    }
}
