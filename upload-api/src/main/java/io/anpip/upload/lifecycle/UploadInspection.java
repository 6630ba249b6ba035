package io.anpip.upload.lifecycle;

import io.anpip.schemas.VideoId;
import io.anpip.upload.persistence.UploadRepository;
import io.anpip.upload.session.ChunkInventory;
import io.anpip.upload.session.ChunkPlan;
import io.anpip.upload.session.StoredChunk;
import io.anpip.upload.session.TusWords;
import io.anpip.upload.session.Upload;
import io.anpip.upload.storage.ChunkStorage;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Says how far an upload has come, so that a client can resume. The store is asked, not our notes: it is what counts.
 */
@ApplicationScoped
public class UploadInspection {

    private final UploadRepository uploads;
    private final ChunkStorage storage;

    public UploadInspection(UploadRepository uploads, ChunkStorage storage) {
        this.uploads = uploads;
        this.storage = storage;
    }

    /** The upload and its chunks. */
    public Uni<UploadView> inspect(VideoId id) {
        return Panache.withSession(() -> uploads.read(id)).chain(this::view);
    }

    /** What a tus client said of an upload, as it said it. */
    public Uni<TusWords> tusWords(VideoId id) {
        return Panache.withSession(() -> uploads.tusWords(id));
    }

    private Uni<UploadView> view(Upload upload) {
        return switch (upload.state()) {
            case OPEN ->
                storage.list(upload.id()).map(found -> new UploadView(upload, ChunkInventory.of(upload.plan(), found)));
            case FINALIZED ->
                Uni.createFrom().item(new UploadView(upload, ChunkInventory.of(upload.plan(), all(upload.plan()))));
            case ABORTED, DELETED ->
                Uni.createFrom().item(new UploadView(upload, ChunkInventory.of(upload.plan(), List.of())));
        };
    }

    private static List<StoredChunk> all(ChunkPlan plan) {
        return IntStream.rangeClosed(1, plan.chunkCount())
                .mapToObj(number -> new StoredChunk(number, plan.sizeOf(number), ""))
                .toList();
    }
}
