package io.anpip.upload.persistence;

import io.anpip.objectstore.Buckets;
import io.anpip.schemas.EventCodec;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.VideoDocument;
import io.anpip.schemas.VideoId;
import io.anpip.schemas.VideoStatus;
import io.anpip.upload.session.ChunkKey;
import io.anpip.upload.session.ChunkPlan;
import io.anpip.upload.session.Upload;
import io.anpip.upload.session.UploadState;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads uploads together with what the projector says of their videos: one statement, so both are of one moment.
 *
 * <p>The status table belongs to status-projector, which may not have made it yet; then there is no projection and
 * nothing fails.
 */
@ApplicationScoped
public class VideoReader {

    private static final Logger LOGGER = LoggerFactory.getLogger(VideoReader.class);

    /** PostgreSQL's undefined_table and invalid_schema_name. */
    private static final Set<String> NO_SUCH_TABLE = Set.of("42P01", "3F000");

    private static final String UPLOAD_COLUMNS = """
            select u.id, u.filename, u.title, u.content_type, u.size_bytes, u.chunk_size_bytes, u.chunk_count, u.profile, u.state, u.generation,
                   u.chunk_list_size, u.chunk_list_etag, u.created_at, u.expires_at, u.end_reason,
            """;

    private static final String WITH_STATUS = UPLOAD_COLUMNS + """
                   s.document::text as document, s.deleted_at is not null as removed
            from uploads.upload u left join status.video_status s on s.video_id = u.id
            """;

    private static final String WITHOUT_STATUS = UPLOAD_COLUMNS + """
                   s.document, false as removed
            from uploads.upload u left join (select null::uuid as video_id, null::text as status, null::int as generation,
                   null::text as document, null::timestamptz as deleted_at) s on false
            """;

    private static final String ONE = " where u.id = $1 and u.state <> 'DELETED'";
    // The status that is shown, by the rules of CurrentDocument: a page is cut after it is chosen from, never before.
    private static final String PAGE = """
             where u.state <> 'DELETED' and s.deleted_at is null and u.id < $1 and ($3::text is null or $3 = case
                   when u.state = 'ABORTED' then 'FAILED'
                   when u.state = 'OPEN' then coalesce(s.status, 'UPLOADING')
                   when s.status is null or s.status = 'UPLOADING' or s.generation < u.generation then 'PROCESSING'
                   else s.status end)
             order by u.id desc limit $2
            """;

    /** The largest id there can be: a page that begins at the newest ends before it. */
    private static final VideoId BEYOND_ALL = VideoId.of("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private final Pool pool;
    private final Buckets buckets;

    public VideoReader(Pool pool, Buckets buckets) {
        this.pool = pool;
        this.buckets = buckets;
    }

    /** The upload with this id and its projection; empty when there is none or it was removed. */
    public Uni<Optional<ProjectedUpload>> find(VideoId id) {
        Tuple parameters = Tuple.of(id.value());
        return query(WITH_STATUS + ONE, WITHOUT_STATUS + ONE, parameters)
                .map(rows ->
                        stream(rows).filter(row -> !row.getBoolean("removed")).findFirst())
                .map(found -> found.map(this::projected));
    }

    /** The newest uploads that are older than one of them, of those that are shown with a status, newest first. */
    public Uni<List<ProjectedUpload>> page(Optional<VideoId> olderThan, Optional<VideoStatus> status, int limit) {
        Tuple parameters = Tuple.of(
                olderThan.orElse(BEYOND_ALL).value(),
                limit,
                status.map(VideoStatus::name).orElse(null));
        return query(WITH_STATUS + PAGE, WITHOUT_STATUS + PAGE, parameters)
                .map(rows -> stream(rows).map(this::projected).toList());
    }

    private Uni<RowSet<Row>> query(String withStatus, String withoutStatus, Tuple parameters) {
        return pool.preparedQuery(withStatus)
                .execute(parameters)
                .onFailure(VideoReader::isMissingTable)
                .recoverWithUni(() -> pool.preparedQuery(withoutStatus).execute(parameters));
    }

    private static boolean isMissingTable(Throwable failure) {
        return failure instanceof PgException refused && NO_SUCH_TABLE.contains(refused.getSqlState());
    }

    private static java.util.stream.Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private ProjectedUpload projected(Row row) {
        Upload upload = upload(row);
        return new ProjectedUpload(
                upload, Optional.ofNullable(row.getString("document")).flatMap(json -> document(upload.id(), json)));
    }

    private static Optional<VideoDocument> document(VideoId id, String json) {
        Optional<VideoDocument> document =
                EventCodec.decodeDocument(VideoDocument.class, json.getBytes(StandardCharsets.UTF_8));
        if (document.isEmpty()) {
            LOGGER.warn("The status document of video {} is not readable", id);
        }
        return document;
    }

    private Upload upload(Row row) {
        VideoId id = new VideoId(row.getUUID("id"));
        return new Upload(
                id,
                row.getString("filename"),
                Optional.ofNullable(row.getString("title")),
                row.getString("content_type"),
                new ChunkPlan(
                        row.getLong("size_bytes"), row.getLong("chunk_size_bytes"), row.getInteger("chunk_count")),
                Optional.ofNullable(row.getString("profile")),
                UploadState.valueOf(row.getString("state")),
                row.getInteger("generation"),
                Optional.ofNullable(row.getLong("chunk_list_size"))
                        .map(size -> new ObjectRef(
                                buckets.uploads(), ChunkKey.listOf(id), size, row.getString("chunk_list_etag"))),
                row.get(OffsetDateTime.class, "created_at").toInstant(),
                row.get(OffsetDateTime.class, "expires_at").toInstant(),
                Optional.ofNullable(row.getString("end_reason")));
    }
}
