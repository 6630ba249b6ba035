package io.anpip.upload.lifecycle;

import io.anpip.messaging.outbox.OutboxRelay;
import io.anpip.schemas.Chapter;
import io.anpip.schemas.ChaptersEdited;
import io.anpip.schemas.ChaptersLink;
import io.anpip.schemas.VideoId;
import io.anpip.upload.chapters.ChapterDraft;
import io.anpip.upload.chapters.ChapterRules;
import io.anpip.upload.persistence.LockedUpload;
import io.anpip.upload.persistence.Outbox;
import io.anpip.upload.persistence.UploadRepository;
import io.anpip.upload.persistence.VideoReader;
import io.anpip.upload.session.Refusal;
import io.anpip.upload.settings.ManualChaptersConfig;
import io.anpip.upload.storage.ChapterStorage;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Takes down the chapters a user wants to a video, or that the user's are given up again.
 *
 * <p>Ordering: edits are counted in the upload's row under its lock, so that everybody who reads of two of them knows the later one.
 * The files are written before the event that names them is there.
 */
@ApplicationScoped
public class ChapterEditing {

    private static final String MEDIA = "/media/";

    private final UploadRepository uploads;
    private final VideoReader videos;
    private final ChapterStorage storage;
    private final Outbox outbox;
    private final OutboxRelay relay;
    private final ChapterRules rules;
    private final Clock clock;

    public ChapterEditing(
            UploadRepository uploads,
            VideoReader videos,
            ChapterStorage storage,
            Outbox outbox,
            OutboxRelay relay,
            ManualChaptersConfig config,
            Clock clock) {
        this.uploads = uploads;
        this.videos = videos;
        this.storage = storage;
        this.outbox = outbox;
        this.relay = relay;
        this.rules = new ChapterRules(config.most(), config.shortest().toMillis() / 1000.0);
        this.clock = clock;
    }

    /**
     * Sets the chapters. Fails with {@link Refusal.LengthUnknown} while nobody has looked into the file, and with
     * {@link Refusal.UnfitChapters}.
     */
    public Uni<ChaptersLink> set(VideoId id, List<ChapterDraft> drafts) {
        return length(id).chain(seconds -> {
            List<Chapter> chapters = rules.check(drafts, seconds);
            return Panache.withTransaction(() -> uploads.lock(id).chain(locked -> written(locked, chapters, seconds)))
                    .invoke(relay::nudge);
        });
    }

    /** Gives the user's chapters up, if there are any: those of the file, or those that were found, are shown again. */
    public Uni<Void> withdraw(VideoId id) {
        return Panache.withTransaction(() -> uploads.lock(id)
                        .chain(locked -> locked.chaptersRevision() == 0
                                ? Uni.createFrom().voidItem()
                                : outbox.write(event(locked, Optional.empty(), Optional.empty()))))
                .invoke(relay::nudge);
    }

    private Uni<Double> length(VideoId id) {
        return videos.find(id)
                .map(found -> found.orElseThrow(() -> new Refusal.NoSuchVideo().asException()))
                .map(found -> found.document().durationSeconds())
                .map(seconds -> seconds.orElseThrow(() -> new Refusal.LengthUnknown().asException()));
    }

    private Uni<ChaptersLink> written(LockedUpload locked, List<Chapter> chapters, double seconds) {
        return storage.write(locked.upload().id(), locked.chaptersRevision() + 1, chapters, seconds)
                .chain(files -> outbox.write(event(locked, Optional.of(chapters), Optional.of(files)))
                        .replaceWith(new ChaptersLink(MEDIA + files.vtt().key(), "MANUAL", chapters)));
    }

    private ChaptersEdited event(
            LockedUpload locked, Optional<List<Chapter>> chapters, Optional<ChapterStorage.Files> files) {
        return new ChaptersEdited(
                locked.upload().id(),
                locked.upload().generation(),
                locked.nextChaptersRevision(),
                chapters,
                files.map(ChapterStorage.Files::vtt),
                files.map(ChapterStorage.Files::json),
                clock.instant());
    }
}
