package io.anpip.upload.storage;

import io.anpip.objectstore.Buckets;
import io.anpip.objectstore.ObjectStore;
import io.anpip.objectstore.PresignedPut;
import io.anpip.schemas.ChunkList;
import io.anpip.schemas.EventCodec;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.VideoId;
import io.anpip.upload.intake.Received;
import io.anpip.upload.session.ChunkKey;
import io.anpip.upload.session.ChunkPlan;
import io.anpip.upload.session.Refusal;
import io.anpip.upload.session.StoredChunk;
import io.anpip.upload.session.Upload;
import io.anpip.upload.settings.UploadConfig;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The objects of uploads.
 *
 * <p>Threading: answers come back on the event loop of the caller. Failure: {@link Refusal.StoreAway} when the store
 * takes too long.
 */
@ApplicationScoped
public class ChunkStorage {

    private static final String BYTES = "application/octet-stream";

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
                buckets.uploads(),
                ChunkKey.of(id, number),
                OptionalLong.of(plan.sizeOf(number)),
                sha256,
                config.urlValidity());
    }

    /** A URL to put a part that the client cuts as it likes. */
    public PresignedPut presignPart(VideoId id, int number) {
        return store.presignPut(
                buckets.uploads(),
                ChunkKey.of(id, number),
                OptionalLong.empty(),
                Optional.empty(),
                config.urlValidity());
    }

    /** The bucket uploads lie in. */
    public String bucket() {
        return buckets.uploads();
    }

    /** A chunk, if the store has it. */
    public Uni<Optional<StoredChunk>> find(VideoId id, int number) {
        return calls.answer(() -> store.head(buckets.uploads(), ChunkKey.of(id, number)))
                .map(found -> found.map(object -> new StoredChunk(number, object.sizeBytes(), object.etag())));
    }

    /** Writes a chunk that came through this service. */
    public Uni<StoredChunk> put(VideoId id, int number, byte[] bytes) {
        return calls.answer(() -> store.put(buckets.uploads(), ChunkKey.of(id, number), BYTES, bytes))
                .map(object -> new StoredChunk(number, object.sizeBytes(), object.etag()));
    }

    /** Removes a chunk that should not have come. */
    public Uni<Void> remove(VideoId id, int number) {
        return calls.answer(() -> store.delete(buckets.uploads(), ChunkKey.of(id, number)));
    }

    /** Keeps the beginning of a chunk whose rest has not come. */
    public Uni<Void> keepTail(VideoId id, int number, byte[] bytes) {
        return calls.answer(() -> store.put(buckets.uploads(), ChunkKey.tailOf(id, number), BYTES, bytes))
                .replaceWithVoid();
    }

    /** The beginning of a chunk that was kept. */
    public Uni<byte[]> tail(VideoId id, int number) {
        return calls.answer(() -> store.get(buckets.uploads(), ChunkKey.tailOf(id, number)))
                .map(found -> found.orElseGet(() -> new byte[0]));
    }

    /** How far a file has come that is sent in order. */
    public Uni<Received> received(VideoId id, ChunkPlan plan) {
        return list(id).chain(chunks -> listed(ChunkKey.tailsOf(id)).map(tails -> Received.of(plan, chunks, tails)));
    }

    /** All chunks the store has, whoever told of them. */
    public Uni<List<StoredChunk>> list(VideoId id) {
        return listed(ChunkKey.chunksOf(id));
    }

    private Uni<List<StoredChunk>> listed(String prefix) {
        return calls.answer(() -> store.list(buckets.uploads(), prefix))
                .map(objects -> objects.stream()
                        .flatMap(object -> ChunkKey.numberIn(object.key()).stream()
                                .mapToObj(number -> new StoredChunk(number, object.sizeBytes(), object.etag())))
                        .toList());
    }

    /** Chunks of an upload as objects of the store. */
    public List<ObjectRef> objects(VideoId id, List<StoredChunk> chunks) {
        return chunks.stream()
                .map(chunk -> new ObjectRef(
                        buckets.uploads(), ChunkKey.of(id, chunk.number()), chunk.sizeBytes(), chunk.etag()))
                .toList();
    }

    /** The bytes of objects, one after the other. */
    public Uni<byte[]> read(List<ObjectRef> objects) {
        return Multi.createFrom()
                .iterable(objects)
                .onItem()
                .transformToUniAndConcatenate(
                        object -> calls.answer(() -> store.getRange(object, 0, Math.toIntExact(object.sizeBytes()))))
                .collect()
                .in(ByteArrayOutputStream::new, ByteArrayOutputStream::writeBytes)
                .map(ByteArrayOutputStream::toByteArray);
    }

    /** Writes down which objects make the file, in order. */
    public Uni<ObjectRef> writeList(Upload upload, List<ObjectRef> objects) {
        ChunkList list = new ChunkList(upload.id(), upload.plan().sizeBytes(), objects);
        return calls.answer(() -> store.put(
                buckets.uploads(), ChunkKey.listOf(upload.id()), "application/json", EventCodec.encodeDocument(list)));
    }

    /** Removes the chunks of an upload; the list of them stays. */
    public Uni<Integer> removeChunks(VideoId id) {
        return calls.answer(() -> store.deleteAll(buckets.uploads(), ChunkKey.chunksOf(id)))
                .chain(chunks -> removeTails(id).replaceWith(chunks));
    }

    /** Removes the beginnings of chunks that were kept. */
    public Uni<Integer> removeTails(VideoId id) {
        return calls.answer(() -> store.deleteAll(buckets.uploads(), ChunkKey.tailsOf(id)));
    }

    /** Removes every object of an upload. */
    public Uni<Integer> removeAll(VideoId id) {
        return calls.answer(() -> store.deleteAll(buckets.uploads(), ChunkKey.prefixOf(id)));
    }
}
