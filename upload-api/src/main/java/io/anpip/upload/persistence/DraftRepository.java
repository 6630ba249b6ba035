package io.anpip.upload.persistence;

import io.anpip.schemas.VideoId;
import io.anpip.upload.session.Draft;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Drafts in PostgreSQL. Every call belongs to a transaction of its caller. */
@ApplicationScoped
public class DraftRepository implements PanacheRepositoryBase<DraftRow, UUID> {

    /** Stores a new draft. */
    public Uni<Void> add(Draft draft) {
        return persist(DraftRow.of(draft)).replaceWithVoid();
    }

    /** The draft with this id, if there is one. */
    public Uni<Optional<Draft>> find(VideoId id) {
        return findById(id.value()).map(row -> Optional.ofNullable(row).map(DraftRow::toDraft));
    }

    /** The same, its row locked until the end of the transaction. */
    public Uni<Optional<Draft>> lock(VideoId id) {
        return findById(id.value(), LockModeType.PESSIMISTIC_WRITE)
                .map(row -> Optional.ofNullable(row).map(DraftRow::toDraft));
    }

    /** Forgets a draft. */
    public Uni<Void> remove(VideoId id) {
        return deleteById(id.value()).replaceWithVoid();
    }

    /** Has a draft expire at this instant. */
    public Uni<Void> expire(VideoId id, Instant at) {
        return update("expiresAt = ?1 where id = ?2", at, id.value()).replaceWithVoid();
    }

    /** Gives drafts to the upload they were joined into; answers how many were still free. */
    public Uni<Integer> join(List<VideoId> drafts, VideoId into) {
        return update(
                "joinedInto = ?1 where joinedInto is null and id in ?2",
                into.value(),
                drafts.stream().map(VideoId::value).toList());
    }

    /** The drafts that were joined into an upload. */
    public Uni<List<VideoId>> joinedInto(VideoId upload) {
        return list("joinedInto", upload.value()).map(DraftRepository::ids);
    }

    /** Forgets the drafts that were joined into an upload. */
    public Uni<Void> removeJoinedInto(VideoId upload) {
        return delete("joinedInto", upload.value()).replaceWithVoid();
    }

    /** How many are open. */
    public Uni<Long> countOpen() {
        return count("joinedInto is null");
    }

    /** Free drafts whose time has been over for so long, oldest first. */
    public Uni<List<VideoId>> expired(Instant now, Duration margin, int limit) {
        return find("joinedInto is null and expiresAt < ?1 order by expiresAt", now.minus(margin))
                .page(0, limit)
                .list()
                .map(DraftRepository::ids);
    }

    private static List<VideoId> ids(List<DraftRow> rows) {
        return rows.stream().map(row -> new VideoId(row.id)).toList();
    }
}
