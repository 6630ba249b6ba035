package io.anpip.upload.persistence;

import io.anpip.objectstore.Buckets;
import io.anpip.schemas.VideoId;
import io.anpip.upload.session.Refusal;
import io.anpip.upload.session.TusWords;
import io.anpip.upload.session.Upload;
import io.anpip.upload.session.UploadState;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Uploads in PostgreSQL. Every call belongs to a transaction of its caller. */
@ApplicationScoped
public class UploadRepository implements PanacheRepositoryBase<UploadRow, UUID> {

    private final Buckets buckets;

    public UploadRepository(Buckets buckets) {
        this.buckets = buckets;
    }

    /**
     * Stores a new upload of this owner.
     *
     * @param tus what a tus client said of it, as it said it
     */
    public Uni<Void> add(Upload upload, String owner, TusWords tus) {
        return persist(UploadRow.of(upload, owner, tus)).replaceWithVoid();
    }

    /** What a tus client said of an upload; nothing when it was none. */
    public Uni<TusWords> tusWords(VideoId id) {
        return findById(id.value())
                .map(row -> row == null
                        ? TusWords.NONE
                        : new TusWords(Optional.ofNullable(row.tusMetadata), Optional.ofNullable(row.tusConcat)));
    }

    /** The upload with this id, if there is one; a removed one is none. */
    public Uni<Optional<Upload>> find(VideoId id) {
        return findById(id.value())
                .map(row -> Optional.ofNullable(row)
                        .map(found -> found.toUpload(buckets.uploads()))
                        .filter(upload -> upload.state() != UploadState.DELETED));
    }

    /** How many uploads are open. */
    public Uni<Long> countOpen() {
        return count("state", UploadState.OPEN);
    }

    /** The upload with this id; a removed one is none. Fails with {@link Refusal.NoSuchUpload}. */
    public Uni<Upload> read(VideoId id) {
        return findById(id.value())
                .onItem()
                .ifNull()
                .failWith(() -> new Refusal.NoSuchUpload().asException())
                .map(row -> row.toUpload(buckets.uploads()))
                .invoke(UploadRepository::mustNotBeDeleted);
    }

    /** The upload with this id, its row locked: whoever changes an upload comes through here. */
    public Uni<LockedUpload> lock(VideoId id) {
        return findById(id.value(), LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> new Refusal.NoSuchUpload().asException())
                .map(row -> new LockedUpload(row, row.toUpload(buckets.uploads())))
                .invoke(locked -> mustNotBeDeleted(locked.upload()));
    }

    /** Open uploads whose time is over by the clock of the database, oldest first. */
    public Uni<List<VideoId>> expired(int limit) {
        return find("state = ?1 and expiresAt < instant order by expiresAt", UploadState.OPEN)
                .page(0, limit)
                .list()
                .map(rows -> rows.stream().map(row -> new VideoId(row.id)).toList());
    }

    /** Ended uploads whose objects are due for removal. */
    public Uni<List<VideoId>> toSweep(int limit) {
        return find("sweepAfter < instant order by sweepAfter")
                .page(0, limit)
                .list()
                .map(rows -> rows.stream().map(row -> new VideoId(row.id)).toList());
    }

    /** Notes that the objects of an upload are gone for good. */
    public Uni<Void> swept(VideoId id, Instant before) {
        return update("sweepAfter = null where id = ?1 and sweepAfter < ?2", id.value(), before)
                .replaceWithVoid();
    }

    private static void mustNotBeDeleted(Upload upload) {
        if (upload.state() == UploadState.DELETED) {
            throw new Refusal.NoSuchUpload().asException();
        }
    }
}
