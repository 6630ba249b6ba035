package io.anpip.upload.lifecycle;

import io.anpip.messaging.outbox.OutboxRelay;
import io.anpip.schemas.PosterRequested;
import io.anpip.schemas.VideoDocument;
import io.anpip.schemas.VideoId;
import io.anpip.upload.persistence.LockedUpload;
import io.anpip.upload.persistence.Outbox;
import io.anpip.upload.persistence.ProjectedUpload;
import io.anpip.upload.persistence.UploadRepository;
import io.anpip.upload.persistence.VideoReader;
import io.anpip.upload.session.Refusal;
import io.anpip.upload.session.UploadState;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/**
 * Takes down which frame its user wants as the poster of a video, or that the automatic one is wanted back.
 *
 * <p>Ordering: requests are counted in the upload's row under its lock, so that everybody who reads of two of them knows the later one.
 */
@ApplicationScoped
public class PosterPicking {

    private final UploadRepository uploads;
    private final VideoReader videos;
    private final Outbox outbox;
    private final OutboxRelay relay;
    private final Clock clock;

    public PosterPicking(UploadRepository uploads, VideoReader videos, Outbox outbox, OutboxRelay relay, Clock clock) {
        this.uploads = uploads;
        this.videos = videos;
        this.outbox = outbox;
        this.relay = relay;
        this.clock = clock;
    }

    /**
     * Picks the frame shown at a time, and answers the number of the request. Fails with {@link Refusal.SourceUnknown},
     * {@link Refusal.NoPicture} or {@link Refusal.OutsideVideo}.
     */
    public Uni<Integer> pick(VideoId id, double timeSeconds) {
        return videos.find(id)
                .map(found ->
                        found.map(ProjectedUpload::document).orElseThrow(() -> new Refusal.NoSuchVideo().asException()))
                .invoke(document -> mustShow(document, timeSeconds))
                .chain(document -> Panache.withTransaction(() -> uploads.lock(id)
                        .invoke(PosterPicking::mustHaveSource)
                        .chain(locked -> requested(locked, Optional.of(timeSeconds)))))
                .invoke(relay::nudge);
    }

    /** Gives the user's poster up, if there was one. */
    public Uni<Void> giveUp(VideoId id) {
        return Panache.withTransaction(() -> uploads.lock(id)
                        .chain(locked -> locked.posterRevision() == 0
                                ? Uni.createFrom().voidItem()
                                : requested(locked, Optional.empty()).replaceWithVoid()))
                .invoke(relay::nudge);
    }

    private static void mustShow(VideoDocument document, double timeSeconds) {
        double length = document.durationSeconds().orElseThrow(() -> new Refusal.SourceUnknown().asException());
        if (document.width().isEmpty()) {
            throw new Refusal.NoPicture().asException();
        }
        // Written so that what is no number is refused too.
        if (!(timeSeconds >= 0 && timeSeconds <= length)) {
            throw new Refusal.OutsideVideo(timeSeconds, length).asException();
        }
    }

    private static void mustHaveSource(LockedUpload locked) {
        if (locked.upload().state() != UploadState.FINALIZED) {
            throw new Refusal.NoSource().asException();
        }
    }

    private Uni<Integer> requested(LockedUpload locked, Optional<Double> timeSeconds) {
        int revision = locked.nextPosterRevision();
        return outbox.write(new PosterRequested(
                        locked.upload().id(), locked.upload().generation(), revision, timeSeconds, clock.instant()))
                .replaceWith(revision);
    }
}
