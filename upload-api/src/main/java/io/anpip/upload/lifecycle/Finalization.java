package io.anpip.upload.lifecycle;

import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.UploadFinalized;
import io.anpip.schemas.VideoId;
import io.anpip.upload.cache.UploadSessionCache;
import io.anpip.upload.persistence.ChunkRepository;
import io.anpip.upload.persistence.DraftRepository;
import io.anpip.upload.persistence.LockedUpload;
import io.anpip.upload.persistence.UploadRepository;
import io.anpip.upload.session.ChunkInventory;
import io.anpip.upload.session.Refusal;
import io.anpip.upload.session.StoredChunk;
import io.anpip.upload.session.Upload;
import io.anpip.upload.session.UploadState;
import io.anpip.upload.storage.ChunkStorage;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Ends an upload well: all chunks are there, the list of them is written, and the event goes out
 * when it is the turn of its owner.
 *
 * <p>Idempotence: under the lock of the upload's row the first call does it and every other finds it done, so there is
 * one event however many clients ask at once. The long part, listing the store, happens before the lock is taken.
 */
@ApplicationScoped
public class Finalization {

    private final UploadRepository uploads;
    private final DraftRepository drafts;
    private final ChunkRepository chunks;
    private final ChunkStorage storage;
    private final Admission admission;
    private final UploadSessionCache cache;
    private final Clock clock;

    public Finalization(
            UploadRepository uploads,
            DraftRepository drafts,
            ChunkRepository chunks,
            ChunkStorage storage,
            Admission admission,
            UploadSessionCache cache,
            Clock clock) {
        this.uploads = uploads;
        this.drafts = drafts;
        this.chunks = chunks;
        this.storage = storage;
        this.admission = admission;
        this.cache = cache;
        this.clock = clock;
    }

    /**
     * Finalizes the upload. Fails with {@link Refusal.UploadIncomplete} when chunks are missing or have the wrong size.
     */
    public Uni<Void> finish(VideoId id) {
        return Panache.withSession(() -> uploads.read(id)).chain(upload -> switch (upload.state()) {
            case OPEN -> complete(upload).chain(stored -> commit(id, stored));
            case FINALIZED -> Uni.createFrom().voidItem();
            case ABORTED, DELETED -> Uni.createFrom().failure(new Refusal.UploadNotOpen(upload.state()).asException());
        });
    }

    /**
     * Finalizes an upload that is joined from drafts. Fails with {@link Refusal.UploadNotOpen} when one of them was joined by another
     * meanwhile.
     *
     * @param pieces all objects of the file, in order
     */
    Uni<Upload> finishJoined(VideoId id, List<ObjectRef> pieces, List<VideoId> joined) {
        return Panache.withTransaction(() -> uploads.lock(id)
                        .chain(locked -> storage.writeList(locked.upload(), pieces)
                                .call(() -> drafts.join(joined, id).invoke(free -> {
                                    if (free != joined.size()) {
                                        throw new Refusal.UploadNotOpen(UploadState.FINALIZED).asException();
                                    }
                                }))
                                .chain(list -> begin(locked, list))))
                .invoke(admission::nudge)
                .call(upload -> cache.replace(upload.session()));
    }

    private Uni<List<StoredChunk>> complete(Upload upload) {
        return storage.list(upload.id()).map(found -> {
            ChunkInventory inventory = ChunkInventory.of(upload.plan(), found);
            if (!inventory.isComplete()) {
                throw new Refusal.UploadIncomplete(inventory.missing(), inventory.wrongSized()).asException();
            }
            return inventory.right();
        });
    }

    private Uni<Void> commit(VideoId id, List<StoredChunk> stored) {
        return Panache.withTransaction(() -> uploads.lock(id).chain(locked -> switch (locked.upload()
                        .state()) {
                    case OPEN -> finalizeLocked(locked, stored);
                    case FINALIZED -> Uni.createFrom().item(locked.upload());
                    case ABORTED, DELETED ->
                        Uni.createFrom()
                                .failure(new Refusal.UploadNotOpen(
                                                locked.upload().state())
                                        .asException());
                }))
                .invoke(admission::nudge)
                .chain(upload -> cache.replace(upload.session()));
    }

    private Uni<Upload> finalizeLocked(LockedUpload locked, List<StoredChunk> stored) {
        Upload upload = locked.upload();
        return storage.writeList(upload, storage.objects(upload.id(), stored))
                .call(() -> chunks.recordAll(upload.id(), stored))
                .chain(list -> begin(locked, list));
    }

    /** The work on a video whose bytes are all there. */
    private Uni<Upload> begin(LockedUpload locked, ObjectRef list) {
        Upload upload = locked.upload();
        return admission.ask(upload.id(), event(upload, list, clock.instant())).map(written -> {
            Upload next = upload.finalizedWith(list);
            locked.become(next);
            return next;
        });
    }

    private static UploadFinalized event(Upload upload, ObjectRef list, Instant now) {
        return new UploadFinalized(
                upload.id(),
                upload.generation(),
                upload.filename(),
                upload.title(),
                upload.contentType(),
                upload.plan().sizeBytes(),
                list,
                now,
                upload.profile());
    }
}
