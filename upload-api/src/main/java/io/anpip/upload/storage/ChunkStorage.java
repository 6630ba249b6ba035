package io.anpip.upload.storage;

import io.anpip.objectstore.Buckets;
import io.anpip.objectstore.ObjectStore;
import io.anpip.objectstore.PresignedPut;
import io.anpip.schemas.ChunkList;
import io.anpip.schemas.EventCodec;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.VideoId;
import io.anpip.upload.session.ChunkKey;
import io.anpip.upload.session.ChunkPlan;
import io.anpip.upload.session.Refusal;
import io.anpip.upload.session.StoredChunk;
import io.anpip.upload.session.Upload;
import io.anpip.upload.settings.UploadConfig;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * The objects of uploads.
 *
 * <p>Threading: answers come back on the event loop of the caller. Failure: {@link Refusal.StoreAway} when the store
 * takes too long.
 */
@ApplicationScoped
public class ChunkStorage {

    private final ObjectStore store;
    private final StoreCalls calls;
    private final Buckets buckets;
    private final UploadConfig config;

    public ChunkStorage(ObjectStore store, StoreCalls calls, Buckets buckets, UploadConfig config) {
        this.store = store;
        this.calls = calls;
        this.buckets = buckets;
        this.config = config;
    }

    /** A URL to put this chunk, of exactly its planned size. */
    public PresignedPut presign(VideoId id, ChunkPlan plan, int number, Optional<byte[]> sha256) {
        return store.presignPut(
                buckets.uploads(), ChunkKey.of(id, number), plan.sizeOf(number), sha256, config.urlValidity());
    }

    /** A chunk, if the store has it. */
    public Uni<Optional<StoredChunk>> find(VideoId id, int number) {
        return calls.answer(() -> store.head(buckets.uploads(), ChunkKey.of(id, number)))
                .map(found -> found.map(object -> new StoredChunk(number, object.sizeBytes(), object.etag())));
    }

    /** All chunks the store has, whoever told of them. */
    public Uni<List<StoredChunk>> list(VideoId id) {
        return calls.answer(() -> store.list(buckets.uploads(), ChunkKey.chunksOf(id)))
                .map(objects -> objects.stream()
                        .flatMap(object -> ChunkKey.numberIn(object.key()).stream()
                                .mapToObj(number -> new StoredChunk(number, object.sizeBytes(), object.etag())))
                        .toList());
    }

    /** Writes down which chunks make the file, in order. */
    public Uni<ObjectRef> writeList(Upload upload, List<StoredChunk> chunks) {
        ChunkList list = new ChunkList(
                upload.id(),
                upload.plan().sizeBytes(),
                chunks.stream()
                        .map(chunk -> new ObjectRef(
                                buckets.uploads(),
                                ChunkKey.of(upload.id(), chunk.number()),
                                chunk.sizeBytes(),
                                chunk.etag()))
                        .toList());
        return calls.answer(() -> store.put(
                buckets.uploads(), ChunkKey.listOf(upload.id()), "application/json", EventCodec.encodeDocument(list)));
    }

    /** Removes the chunks of an upload; the list of them stays. */
    public Uni<Integer> removeChunks(VideoId id) {
        return calls.answer(() -> store.deleteAll(buckets.uploads(), ChunkKey.chunksOf(id)));
    }

    /** Removes every object of an upload. */
    public Uni<Integer> removeAll(VideoId id) {
        return calls.answer(() -> store.deleteAll(buckets.uploads(), ChunkKey.prefixOf(id)));
    }
}
