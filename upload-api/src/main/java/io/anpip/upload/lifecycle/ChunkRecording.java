package io.anpip.upload.lifecycle;

import io.anpip.messaging.outbox.OutboxRelay;
import io.anpip.objectstore.Buckets;
import io.anpip.schemas.ChunkStored;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.VideoId;
import io.anpip.upload.persistence.ChunkRepository;
import io.anpip.upload.persistence.Outbox;
import io.anpip.upload.persistence.UploadRepository;
import io.anpip.upload.session.ChunkKey;
import io.anpip.upload.session.ChunkNumber;
import io.anpip.upload.session.ChunkPlan;
import io.anpip.upload.session.Refusal;
import io.anpip.upload.session.StoredChunk;
import io.anpip.upload.session.Upload;
import io.anpip.upload.session.UploadState;
import io.anpip.upload.session.WrongSizedChunk;
import io.anpip.upload.storage.ChunkStorage;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Takes note that a chunk is stored, after a look into the store.
 *
 * <p>Idempotence: told of the same chunk again, nothing happens; a chunk that was put anew (another entity tag) is a
 * new fact.
 */
@ApplicationScoped
public class ChunkRecording {

    private final UploadRepository uploads;
    private final ChunkRepository chunks;
    private final ChunkStorage storage;
    private final Outbox outbox;
    private final OutboxRelay relay;
    private final Buckets buckets;

    public ChunkRecording(
            UploadRepository uploads,
            ChunkRepository chunks,
            ChunkStorage storage,
            Outbox outbox,
            OutboxRelay relay,
            Buckets buckets) {
        this.uploads = uploads;
        this.chunks = chunks;
        this.storage = storage;
        this.outbox = outbox;
        this.relay = relay;
        this.buckets = buckets;
    }

    /**
     * Checks the chunk and notes it. Fails with a {@link Refusal} when it is not there or has another size than
     * planned.
     */
    public Uni<Void> record(VideoId id, String number) {
        return Panache.withSession(() -> uploads.read(id)).chain(upload -> {
            int chunk = ChunkNumber.parse(number, upload.plan());
            return switch (upload.state()) {
                case OPEN -> look(upload, chunk).chain(stored -> note(upload, stored));
                // All chunks were checked then; a client that tells late is right.
                case FINALIZED -> Uni.createFrom().voidItem();
                case ABORTED, DELETED ->
                    Uni.createFrom().failure(new Refusal.UploadNotOpen(upload.state()).asException());
            };
        });
    }

    private Uni<StoredChunk> look(Upload upload, int number) {
        return storage.find(upload.id(), number).map(found -> {
            StoredChunk stored = found.orElseThrow(() -> new Refusal.ChunkNotStored(number).asException());
            long planned = upload.plan().sizeOf(number);
            if (stored.sizeBytes() != planned) {
                throw new Refusal.ChunkWrongSized(new WrongSizedChunk(number, planned, stored.sizeBytes()))
                        .asException();
            }
            return stored;
        });
    }

    /** Notes a chunk that this service has stored itself. */
    Uni<Void> note(Upload upload, StoredChunk stored) {
        return Panache.withTransaction(() -> uploads.lock(upload.id()).chain(locked -> {
                    if (locked.upload().state() != UploadState.OPEN) {
                        return Uni.createFrom().voidItem();
                    }
                    return chunks.record(upload.id(), stored)
                            .chain(isNews -> isNews
                                    ? outbox.write(event(upload, stored))
                                    : Uni.createFrom().voidItem());
                }))
                .invoke(relay::nudge);
    }

    private ChunkStored event(Upload upload, StoredChunk stored) {
        ChunkPlan plan = upload.plan();
        return new ChunkStored(
                upload.id(),
                upload.generation(),
                stored.number(),
                plan.chunkCount(),
                new ObjectRef(
                        buckets.uploads(),
                        ChunkKey.of(upload.id(), stored.number()),
                        stored.sizeBytes(),
                        stored.etag()));
    }
}
