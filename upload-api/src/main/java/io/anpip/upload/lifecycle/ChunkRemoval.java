package io.anpip.upload.lifecycle;

import io.anpip.schemas.VideoId;
import io.anpip.upload.persistence.DraftRepository;
import io.anpip.upload.storage.ChunkStorage;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;

/** Removes the chunks of uploads, those of the drafts that were joined into them among them. Again and again does no harm. */
@ApplicationScoped
public class ChunkRemoval {

    private final DraftRepository drafts;
    private final ChunkStorage storage;

    public ChunkRemoval(DraftRepository drafts, ChunkStorage storage) {
        this.drafts = drafts;
        this.storage = storage;
    }

    /** Removes the chunks; the list of them stays. Answers how many objects it were. */
    Uni<Integer> chunksOf(VideoId id) {
        return storage.removeChunks(id).chain(own -> joinedInto(id).map(others -> own + others));
    }

    /** Removes every object of the upload. */
    Uni<Integer> everythingOf(VideoId id) {
        return storage.removeAll(id).chain(own -> joinedInto(id).map(others -> own + others));
    }

    private Uni<Integer> joinedInto(VideoId id) {
        return Panache.withSession(() -> drafts.joinedInto(id))
                .onItem()
                .transformToMulti(joined -> Multi.createFrom().iterable(joined))
                .onItem()
                .transformToUniAndConcatenate(storage::removeAll)
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }
}
