package io.anpip.upload.lifecycle;

import io.anpip.objectstore.PresignedPut;
import io.anpip.schemas.VideoId;
import io.anpip.upload.cache.UploadSessionCache;
import io.anpip.upload.persistence.UploadRepository;
import io.anpip.upload.session.Checksum;
import io.anpip.upload.session.ChunkNumber;
import io.anpip.upload.session.Refusal;
import io.anpip.upload.session.Upload;
import io.anpip.upload.session.UploadSession;
import io.anpip.upload.session.UploadState;
import io.anpip.upload.storage.ChunkStorage;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Signs the URL of a chunk: the call a client makes most, answered from the cache without a database query. */
@ApplicationScoped
public class ChunkSigning {

    private final UploadSessionCache cache;
    private final UploadRepository uploads;
    private final ChunkStorage storage;

    public ChunkSigning(UploadSessionCache cache, UploadRepository uploads, ChunkStorage storage) {
        this.cache = cache;
        this.uploads = uploads;
        this.storage = storage;
    }

    /**
     * A URL to put one chunk of an open upload.
     *
     * @param number as the client sent it
     * @param sha256 base64 of the digest the chunk must have, if the client wants the store to check it
     */
    public Uni<PresignedPut> sign(VideoId id, String number, Optional<String> sha256) {
        return session(id).map(session -> {
            if (session.state() != UploadState.OPEN) {
                throw new Refusal.UploadNotOpen(session.state()).asException();
            }
            return storage.presign(
                    id, session.plan(), ChunkNumber.parse(number, session.plan()), sha256.map(Checksum::sha256));
        });
    }

    private Uni<UploadSession> session(VideoId id) {
        return cache.find(id)
                .chain(cached ->
                        cached.map(session -> Uni.createFrom().item(session)).orElseGet(() -> fromDatabase(id)));
    }

    private Uni<UploadSession> fromDatabase(VideoId id) {
        return Panache.withSession(() -> uploads.read(id)).map(Upload::session).call(cache::remember);
    }
}
