package io.anpip.upload.lifecycle;

import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.ReprocessRequested;
import io.anpip.schemas.VideoDocument;
import io.anpip.schemas.VideoId;
import io.anpip.upload.persistence.LockedUpload;
import io.anpip.upload.persistence.UploadRepository;
import io.anpip.upload.persistence.VideoReader;
import io.anpip.upload.session.Refusal;
import io.anpip.upload.session.Upload;
import io.anpip.upload.video.DocumentOrder;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/**
 * Has a video made again from its source, as a new generation.
 *
 * <p>Idempotence: the generation is kept in the upload's row and changed under its lock. Of two calls at once the
 * second finds the new generation in work and is refused.
 */
@ApplicationScoped
public class Reprocessing {

    private final UploadRepository uploads;
    private final VideoReader videos;
    private final Admission admission;
    private final OfferedProfiles profiles;
    private final Clock clock;

    public Reprocessing(
            UploadRepository uploads, VideoReader videos, Admission admission, OfferedProfiles profiles, Clock clock) {
        this.uploads = uploads;
        this.videos = videos;
        this.admission = admission;
        this.profiles = profiles;
        this.clock = clock;
    }

    /**
     * Begins a new generation, after another encoding profile if one is chosen. Fails with {@link Refusal.NoSuchProfile}, and with
     * {@link Refusal.VideoNotAtEnd} while one is in work.
     */
    public Uni<Void> begin(VideoId id, Optional<String> chosen) {
        // Read before the lock is taken, so that no transaction waits for a second connection. A video at its end stays
        // there until
        // somebody changes the generation in the upload's row, and that is read under the lock.
        return videos.find(id)
                .map(found -> found.orElseThrow(() -> new Refusal.NoSuchVideo().asException()))
                .invoke(found -> profiles.checked(chosen))
                .chain(found -> Panache.withTransaction(() -> uploads.lock(id)
                        .chain(locked ->
                                next(locked, found.withUpload(locked.upload()).document(), chosen))))
                .invoke(admission::nudge);
    }

    private Uni<Void> next(LockedUpload locked, VideoDocument current, Optional<String> chosen) {
        if (!DocumentOrder.isAtEnd(current)) {
            throw new Refusal.VideoNotAtEnd(current.status()).asException();
        }
        Upload upload = locked.upload();
        ObjectRef list = upload.chunkList().orElseThrow(() -> new Refusal.NoSource().asException());
        int generation = Math.max(upload.generation(), current.generation()) + 1;
        Upload again = upload.inGeneration(generation, chosen);
        locked.become(again);
        return admission.ask(
                again.id(),
                new ReprocessRequested(
                        again.id(), generation, again.plan().sizeBytes(), list, clock.instant(), again.profile()));
    }
}
