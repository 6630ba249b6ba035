package io.anpip.projector.rebuild;

import io.anpip.messaging.outbox.OutboxRow;
import io.anpip.projector.projection.ProjectedVideo;
import io.anpip.schemas.EventCodec;
import io.anpip.schemas.VideoDocument;
import io.anpip.schemas.VideoId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The projection that is being made: a table like {@code status.video_status} in the schema {@code status_shadow}, and beside it the
 * sequence numbers that clients have seen.
 *
 * <p>Failure: an SQL exception leaves the live table as it was. Threading: one thread, on the one connection.
 */
final class ShadowTable {

    private static final String PREPARE = """
            drop schema if exists status_shadow cascade;
            create schema status_shadow;
            create table status_shadow.video_status
                (like status.video_status including defaults including constraints including storage);
            alter table status_shadow.video_status add primary key (video_id);
            create table status_shadow.shown (video_id uuid primary key, sequence bigint not null);
            create table status_shadow.open_end (video_id uuid primary key)""";
    private static final String STATES =
            "select video_id, state::text from status_shadow.video_status where video_id = any(?)";
    private static final String FOLD = """
            insert into status_shadow.video_status
                (video_id, status, generation, sequence, created_at, updated_at, document, state)
            select video_id, 'UPLOADING', 1, 0, now(), now(), '{}', state::jsonb
            from unnest(?::uuid[], ?::text[]) as folded (video_id, state)
            on conflict (video_id) do update set state = excluded.state""";
    private static final String SHOWN = """
            insert into status_shadow.shown select * from unnest(?::uuid[], ?::bigint[])
            on conflict (video_id) do update set sequence = greatest(shown.sequence, excluded.sequence)""";
    private static final String PAGE = """
            select video_id, state::text from status_shadow.video_status
            where video_id > ? order by video_id limit ?""";
    private static final String RENDER = """
            update status_shadow.video_status v
            set state = r.state::jsonb, document = r.document::jsonb, status = r.status, generation = r.generation,
                sequence = 1, created_at = r.created_at, deleted_at = r.deleted_at
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::int[], ?::timestamptz[], ?::timestamptz[])
                as r (video_id, state, document, status, generation, created_at, deleted_at)
            where v.video_id = r.video_id""";
    // What a client can read twice with the same sequence must be the same, so a row that says the same keeps its
    // number.
    private static final String ADOPT = """
            update status_shadow.video_status v
            set sequence = s.sequence, updated_at = s.updated_at,
                document = jsonb_set(v.document, '{sequence}', to_jsonb(s.sequence))
            from (select l.video_id, l.updated_at, l.document - 'sequence' as document,
                      greatest(l.sequence, coalesce(t.sequence, 0)) as sequence
                  from status.video_status l left join status_shadow.shown t using (video_id)) s
            where s.video_id = v.video_id and s.document = v.document - 'sequence'
                and (v.sequence <> s.sequence or v.updated_at <> s.updated_at)""";
    // The sequence is not made by the fold, and updated_at says when the database was written.
    private static final String ROW = """
            md5(concat_ws('|', %1$s.video_id, %1$s.status, %1$s.generation, %1$s.created_at,
                coalesce(%1$s.deleted_at::text, '-'), (%1$s.document - 'sequence')::text, %1$s.state::text))""";
    private static final String HASH =
            "select count(*), md5(coalesce(string_agg(" + ROW.formatted("v") + ", '' order by v.video_id), '')) from ";
    private static final String UNEQUAL = """
            select coalesce(l.video_id, r.video_id) as video_id, l.video_id is not null as live,
                r.video_id is not null as rebuilt, l.state::text as live_state, l.document::text as live_document,
                l.status = l.document->>'status' and l.generation = (l.document->>'generation')::int
                    and l.sequence = (l.document->>'sequence')::bigint as live_columns,
                l.sequence < coalesce(t.sequence, 0) as unseen, r.state::text as state, r.document::text as document
            from status.video_status l full join status_shadow.video_status r using (video_id)
                left join status_shadow.shown t on t.video_id = coalesce(l.video_id, r.video_id)
            where %s is distinct from %s or l.sequence < coalesce(t.sequence, 0)
                or l.sequence <> (l.document->>'sequence')::bigint
            order by 1""".formatted(ROW.formatted("l"), ROW.formatted("r"));
    private static final String NEWS = """
            select r.video_id, r.state::text,
                greatest(coalesce(l.sequence, 0), coalesce(t.sequence, 0)) + 1 as sequence
            from status_shadow.video_status r left join status.video_status l using (video_id)
                left join status_shadow.shown t using (video_id)
            where l.video_id is null or l.document - 'sequence' is distinct from r.document - 'sequence'
            order by r.video_id""";
    private static final String NUMBER = """
            update status_shadow.video_status set sequence = ?, document = ?::jsonb, updated_at = now()
            where video_id = ?""";
    private static final String TELL = """
            insert into status.outbox_record (topic, record_key, event_type, event_id, payload, traceparent)
            values (?, ?, ?, ?, ?, ?)""";
    private static final String INDEXES = """
            select replace(indexdef, ' ON status.', ' ON status_shadow.') from pg_indexes
            where schemaname = 'status' and tablename = 'video_status' and indexname <> 'video_status_pkey'""";
    // Whoever could read the live table can read the new one.
    private static final String GRANTS = """
            select format('grant %s on status_shadow.video_status to %s', g.privilege_type,
                case g.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(g.grantee)) end)
            from pg_class c, aclexplode(c.relacl) g
            where c.oid = 'status.video_status'::regclass and g.grantee <> c.relowner""";
    private static final String SWAP = """
            drop schema if exists status_replaced cascade;
            create schema status_replaced;
            alter table status.video_status set schema status_replaced;
            alter table status_shadow.video_status set schema status""";
    private static final int CURSOR = 200;
    private static final int PAGE_ROWS = 500;

    private final Connection connection;

    ShadowTable(Connection connection) {
        this.connection = connection;
    }

    void prepare() throws SQLException {
        execute(PREPARE);
    }

    /** After the bulk of the rows, so that they are not kept in order one by one. */
    void index() throws SQLException {
        for (String index : strings(INDEXES)) {
            execute(index);
        }
        execute("analyze status_shadow.video_status");
    }

    /** What was folded of these videos so far. */
    Map<VideoId, ProjectedVideo> states(Collection<VideoId> ids) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(STATES)) {
            query.setArray(1, connection.createArrayOf("uuid", uuids(ids)));
            return states(query);
        }
    }

    /** The next videos after this one, with their states; none after the last. */
    Map<VideoId, ProjectedVideo> statesAfter(UUID last) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(PAGE)) {
            query.setObject(1, last);
            query.setInt(2, PAGE_ROWS);
            return states(query);
        }
    }

    private static Map<VideoId, ProjectedVideo> states(PreparedStatement query) throws SQLException {
        Map<VideoId, ProjectedVideo> found = new LinkedHashMap<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                ProjectedVideo state = state(rows.getString(2));
                found.put(state.videoId(), state);
            }
        }
        return found;
    }

    void fold(Collection<ProjectedVideo> states) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(FOLD)) {
            write.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid",
                            uuids(states.stream().map(ProjectedVideo::videoId).toList())));
            write.setArray(
                    2,
                    connection.createArrayOf(
                            "text", states.stream().map(ShadowTable::json).toArray(String[]::new)));
            write.executeUpdate();
        }
    }

    void shown(Map<VideoId, Long> sequences) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(SHOWN)) {
            write.setArray(1, connection.createArrayOf("uuid", uuids(sequences.keySet())));
            write.setArray(
                    2, connection.createArrayOf("bigint", sequences.values().toArray(Long[]::new)));
            write.executeUpdate();
        }
    }

    /** Writes the finished rows, all but what is taken from the live ones. */
    void render(Collection<ProjectedVideo> states) throws SQLException {
        List<VideoDocument> documents =
                states.stream().map(state -> state.document(1)).toList();
        try (PreparedStatement write = connection.prepareStatement(RENDER)) {
            write.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid",
                            uuids(states.stream().map(ProjectedVideo::videoId).toList())));
            write.setArray(
                    2,
                    connection.createArrayOf(
                            "text", states.stream().map(ShadowTable::json).toArray(String[]::new)));
            write.setArray(
                    3,
                    connection.createArrayOf(
                            "text", documents.stream().map(ShadowTable::json).toArray(String[]::new)));
            write.setArray(
                    4,
                    connection.createArrayOf(
                            "text",
                            documents.stream()
                                    .map(document -> document.status().name())
                                    .toArray(String[]::new)));
            write.setArray(
                    5,
                    connection.createArrayOf(
                            "int",
                            documents.stream().map(VideoDocument::generation).toArray(Integer[]::new)));
            write.setArray(
                    6,
                    connection.createArrayOf(
                            "text",
                            documents.stream()
                                    .map(document -> timestamp(document.createdAt()))
                                    .toArray(String[]::new)));
            write.setArray(
                    7,
                    connection.createArrayOf(
                            "text",
                            states.stream()
                                    .map(state -> state.deletedAt()
                                            .map(ShadowTable::timestamp)
                                            .orElse(null))
                                    .toArray(String[]::new)));
            write.executeUpdate();
        }
    }

    /** Remembers which of these videos have an end that is due and not marked. */
    void openEnds(Collection<VideoId> looked, Collection<VideoId> open) throws SQLException {
        try (PreparedStatement forget =
                        connection.prepareStatement("delete from status_shadow.open_end where video_id = any(?)");
                PreparedStatement note = connection.prepareStatement(
                        "insert into status_shadow.open_end select * from unnest(?::uuid[]) on conflict do nothing")) {
            forget.setArray(1, connection.createArrayOf("uuid", uuids(looked)));
            forget.executeUpdate();
            note.setArray(1, connection.createArrayOf("uuid", uuids(open)));
            note.executeUpdate();
        }
    }

    /** Videos whose end was due and not marked when it was last looked for. */
    List<VideoId> openEnds() throws SQLException {
        return strings("select video_id::text from status_shadow.open_end").stream()
                .map(VideoId::of)
                .toList();
    }

    /** Gives rows that say the same as the live ones the sequence and the time of these. */
    void adopt() throws SQLException {
        execute(ADOPT);
    }

    /** Keeps changes of the live table waiting until the transaction ends; it can still be read. */
    void lockLive() throws SQLException {
        execute("set local lock_timeout = '20s'");
        execute("lock table status.video_status in exclusive mode");
        // Reading the log under the lock is what takes time, and others wait for the lock, not this transaction.
        execute("set local synchronous_commit = on");
    }

    Comparison compare(int idsNamed) throws SQLException {
        long behind = 0;
        long differing = 0;
        long missing = 0;
        List<String> named = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(UNEQUAL)) {
            query.setFetchSize(CURSOR);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    switch (standing(rows)) {
                        case EQUAL -> {}
                        case BEHIND -> behind++;
                        case DIFFERENT -> {
                            differing++;
                            missing += rows.getBoolean("rebuilt") ? 0 : 1;
                            if (named.size() < idsNamed) {
                                named.add(rows.getString("video_id"));
                            }
                        }
                    }
                }
            }
        }
        RowsHash live = hash("status");
        RowsHash rebuilt = hash("status_shadow");
        return new Comparison(
                rebuilt.rows(),
                rebuilt.rows() - behind - (differing - missing),
                behind,
                differing,
                named,
                live.hash(),
                rebuilt.hash());
    }

    private static Standing standing(ResultSet rows) throws SQLException {
        if (!rows.getBoolean("rebuilt")) {
            return Standing.DIFFERENT;
        }
        if (!rows.getBoolean("live")) {
            return Standing.BEHIND;
        }
        Optional<ProjectedVideo> live = ProjectedVideo.fromJson(utf8(rows.getString("live_state")));
        Optional<VideoDocument> shown =
                EventCodec.decodeDocument(VideoDocument.class, utf8(rows.getString("live_document")));
        if (live.isEmpty() || shown.isEmpty() || !rows.getBoolean("live_columns")) {
            return Standing.DIFFERENT;
        }
        return Standing.of(live.get(), shown.get(), state(rows.getString("state")), rows.getBoolean("unseen"));
    }

    private RowsHash hash(String schema) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(HASH + schema + ".video_status v")) {
            row.next();
            return new RowsHash(row.getLong(1), row.getString(2));
        }
    }

    /** Makes the shadow the live table within the transaction; rows that say something new are told on the status topic. */
    void swap() throws SQLException {
        adopt();
        tellNews();
        for (String grant : strings(GRANTS)) {
            execute(grant);
        }
        execute(SWAP);
    }

    private void tellNews() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(NEWS);
                PreparedStatement number = connection.prepareStatement(NUMBER);
                PreparedStatement tell = connection.prepareStatement(TELL)) {
            query.setFetchSize(CURSOR);
            try (ResultSet rows = query.executeQuery()) {
                int waiting = 0;
                while (rows.next()) {
                    ProjectedVideo state = state(rows.getString("state"));
                    VideoDocument document = state.document(rows.getLong("sequence"));
                    number.setLong(1, document.sequence());
                    number.setString(2, json(document));
                    number.setObject(3, state.videoId().value());
                    number.addBatch();
                    add(
                            tell,
                            state.deletedAt().isPresent()
                                    ? OutboxRow.statusTombstone(state.videoId())
                                    : OutboxRow.of(document));
                    if (++waiting % CURSOR == 0) {
                        number.executeBatch();
                        tell.executeBatch();
                    }
                }
                number.executeBatch();
                tell.executeBatch();
            }
        }
    }

    private static void add(PreparedStatement tell, OutboxRow row) throws SQLException {
        tell.setString(1, row.topic());
        tell.setString(2, row.recordKey());
        tell.setString(3, row.eventType());
        tell.setString(4, row.eventId());
        tell.setBytes(5, row.payload().orElse(null));
        tell.setString(6, row.traceparent().orElse(null));
        tell.addBatch();
    }

    void remove() throws SQLException {
        execute("drop schema if exists status_shadow cascade");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> strings(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static UUID[] uuids(Collection<VideoId> ids) {
        return ids.stream().map(VideoId::value).toArray(UUID[]::new);
    }

    private static ProjectedVideo state(String json) {
        return ProjectedVideo.fromJson(utf8(json))
                .orElseThrow(() -> new IllegalStateException("A row does not hold a state"));
    }

    private static byte[] utf8(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static String json(ProjectedVideo state) {
        return new String(state.toJson(), StandardCharsets.UTF_8);
    }

    private static String json(VideoDocument document) {
        return new String(EventCodec.encode(document), StandardCharsets.UTF_8);
    }

    /** As the live projector writes it: whole microseconds. */
    private static String timestamp(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC).toString();
    }

    private record RowsHash(long rows, String hash) {}
}
