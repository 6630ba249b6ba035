package io.anpip.upload.persistence;

import io.anpip.schemas.EventCodec;
import io.anpip.schemas.VideoId;
import io.anpip.upload.session.StoredChunk;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hibernate.reactive.common.AffectedEntities;

/** Chunks in PostgreSQL. Every call belongs to a transaction of its caller that holds the lock of the upload's row. */
@ApplicationScoped
public class ChunkRepository implements PanacheRepositoryBase<ChunkRow, ChunkRow.Key> {

    // One statement for up to ten thousand chunks.
    private static final String RECORD_ALL = """
            insert into uploads.chunk (upload_id, number, size_bytes, etag)
            select cast(:upload as uuid), c.number, c."sizeBytes", c.etag
            from jsonb_to_recordset(cast(cast(:chunks as text) as jsonb)) as c(number integer, "sizeBytes" bigint, etag text)
            on conflict (upload_id, number) do update set size_bytes = excluded.size_bytes, etag = excluded.etag
            """;

    /** Notes a chunk; true when it is new or other than the one known. */
    public Uni<Boolean> record(VideoId id, StoredChunk chunk) {
        ChunkRow.Key key = new ChunkRow.Key(id.value(), chunk.number());
        return findById(key).chain(known -> {
            if (known == null) {
                ChunkRow row = new ChunkRow();
                row.key = key;
                row.sizeBytes = chunk.sizeBytes();
                row.etag = chunk.etag();
                return persist(row).replaceWith(true);
            }
            boolean isSame = known.etag.equals(chunk.etag()) && known.sizeBytes == chunk.sizeBytes();
            known.sizeBytes = chunk.sizeBytes();
            known.etag = chunk.etag();
            return Uni.createFrom().item(!isSame);
        });
    }

    /** Notes all chunks of an upload, those that nobody told of among them. */
    public Uni<Void> recordAll(VideoId id, List<StoredChunk> chunks) {
        String json = new String(EventCodec.encodeDocument(chunks), StandardCharsets.UTF_8);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(RECORD_ALL, new AffectedEntities())
                        .setParameter("upload", id.toString())
                        .setParameter("chunks", json)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
