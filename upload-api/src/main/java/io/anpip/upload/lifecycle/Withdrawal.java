package io.anpip.upload.lifecycle;

import io.anpip.messaging.outbox.OutboxRelay;
import io.anpip.schemas.UploadAborted;
import io.anpip.schemas.VideoDeleted;
import io.anpip.schemas.VideoId;
import io.anpip.upload.cache.UploadSessionCache;
import io.anpip.upload.persistence.DraftRepository;
import io.anpip.upload.persistence.LockedUpload;
import io.anpip.upload.persistence.Outbox;
import io.anpip.upload.persistence.UploadRepository;
import io.anpip.upload.session.Draft;
import io.anpip.upload.session.Refusal;
import io.anpip.upload.session.RefusedException;
import io.anpip.upload.session.Upload;
import io.anpip.upload.session.UploadState;
import io.anpip.upload.settings.UploadConfig;
import io.anpip.upload.storage.ChapterStorage;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes an upload, or the video it has become, out of the world.
 *
 * <p>The state changes in one transaction with its event; the objects go after it. Should that fail, or a client put a
 * chunk with a URL that is still valid, the sweep removes what is left.
 */
@ApplicationScoped
public class Withdrawal {

    /** The reason of an upload its client gave up. */
    public static final String BY_CLIENT = "The upload was given up before it was complete.";

    /** The reason of an upload that took too long. */
    public static final String EXPIRED = "The upload was not completed in time.";

    private static final Logger LOGGER = LoggerFactory.getLogger(Withdrawal.class);

    /** Clocks of the store and of this machine may differ by so much. */
    private static final Duration CLOCK_MARGIN = Duration.ofMinutes(1);

    private final UploadRepository uploads;
    private final DraftRepository drafts;
    private final ChunkRemoval removal;
    private final ChapterStorage chapters;
    private final Admission admission;
    private final Outbox outbox;
    private final OutboxRelay relay;
    private final UploadSessionCache cache;
    private final UploadConfig config;
    private final Clock clock;

    public Withdrawal(
            UploadRepository uploads,
            DraftRepository drafts,
            ChunkRemoval removal,
            ChapterStorage chapters,
            Admission admission,
            Outbox outbox,
            OutboxRelay relay,
            UploadSessionCache cache,
            UploadConfig config,
            Clock clock) {
        this.uploads = uploads;
        this.drafts = drafts;
        this.removal = removal;
        this.chapters = chapters;
        this.admission = admission;
        this.outbox = outbox;
        this.relay = relay;
        this.cache = cache;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Gives up an open upload; one that is given up already stays so. Fails with {@link Refusal.UploadNotOpen} when
     * finalized.
     */
    public Uni<Void> abort(VideoId id, String reason) {
        return Panache.withTransaction(() -> uploads.lock(id).chain(locked -> switch (locked.upload()
                        .state()) {
                    case OPEN -> aborted(locked, reason);
                    case ABORTED, DELETED -> Uni.createFrom().item(locked.upload());
                    case FINALIZED ->
                        Uni.createFrom().failure(new Refusal.UploadNotOpen(UploadState.FINALIZED).asException());
                }))
                .chain(this::afterCommit);
    }

    /** Removes a video in whatever state it is. Fails with {@link Refusal.NoSuchVideo} when there is none. */
    public Uni<Void> delete(VideoId id) {
        return Panache.withTransaction(() -> uploads.lock(id).chain(this::deleted))
                .chain(this::afterCommit);
    }

    /** Gives up a draft. Fails with {@link Refusal.UploadNotOpen} when it was joined into an upload. */
    public Uni<Void> giveUp(Draft draft) {
        return Panache.withTransaction(() -> drafts.lock(draft.id()).chain(still -> {
                    if (still.filter(found -> found.joinedInto().isPresent()).isPresent()) {
                        throw new Refusal.UploadNotOpen(UploadState.FINALIZED).asException();
                    }
                    // It stays until no URL works any more: what is put with one is removed then.
                    return drafts.expire(draft.id(), clock.instant());
                }))
                .chain(() -> removal.everythingOf(draft.id()))
                .onFailure(failure -> !(failure instanceof RefusedException))
                .recoverWithItem(trouble -> {
                    LOGGER.warn("The objects of {} stay until the sweep: {}", draft.id(), trouble.toString());
                    return 0;
                })
                .replaceWithVoid();
    }

    /** How long after the end of a draft a URL may still work that was given out for it. */
    Duration urlsMayWork() {
        return config.urlValidity().plus(CLOCK_MARGIN);
    }

    private Uni<Upload> aborted(LockedUpload locked, String reason) {
        Upload next = locked.upload().abortedBecause(reason);
        Instant now = clock.instant();
        return outbox.write(new UploadAborted(next.id(), next.generation(), reason, now))
                .map(written -> ended(locked, next, now));
    }

    private Uni<Upload> deleted(LockedUpload locked) {
        Upload next = locked.upload().in(UploadState.DELETED);
        Instant now = clock.instant();
        return admission
                .forget(next.id())
                .chain(() -> outbox.write(new VideoDeleted(next.id(), next.generation(), now)))
                .map(written -> ended(locked, next, now));
    }

    private Upload ended(LockedUpload locked, Upload next, Instant now) {
        locked.become(next);
        locked.sweepAfter(now.plus(urlsMayWork()));
        return next;
    }

    /** Removes what this service has written of an upload and its video; again and again does no harm. */
    Uni<Integer> removeObjects(VideoId id) {
        return removal.everythingOf(id).chain(chunks -> chapters.removeAll(id).map(files -> chunks + files));
    }

    private Uni<Void> afterCommit(Upload upload) {
        relay.nudge();
        return cache.replace(upload.session())
                .chain(() -> removeObjects(upload.id()))
                .onFailure()
                .recoverWithItem(trouble -> {
                    LOGGER.warn("The objects of {} stay until the sweep: {}", upload.id(), trouble.toString());
                    return 0;
                })
                .replaceWithVoid();
    }
}
