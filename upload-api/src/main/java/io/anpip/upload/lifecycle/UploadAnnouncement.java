package io.anpip.upload.lifecycle;

import com.github.f4b6a3.uuid.UuidCreator;
import io.anpip.messaging.outbox.OutboxRelay;
import io.anpip.schemas.UploadInitialized;
import io.anpip.schemas.VideoId;
import io.anpip.upload.cache.UploadSessionCache;
import io.anpip.upload.persistence.DraftRepository;
import io.anpip.upload.persistence.Outbox;
import io.anpip.upload.persistence.UploadRepository;
import io.anpip.upload.session.ChunkPlan;
import io.anpip.upload.session.ChunkRules;
import io.anpip.upload.session.DisplayName;
import io.anpip.upload.session.Draft;
import io.anpip.upload.session.DraftKind;
import io.anpip.upload.session.FileDescription;
import io.anpip.upload.session.Refusal;
import io.anpip.upload.session.Upload;
import io.anpip.upload.session.UploadState;
import io.anpip.upload.settings.UploadConfig;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Opens an upload: gives it an id, cuts the file into chunks, and tells the world. Of a draft the world hears when it becomes an upload: before
 * that nobody could say how large the file is.
 */
@ApplicationScoped
public class UploadAnnouncement {

    private final UploadRepository uploads;
    private final DraftRepository drafts;
    private final Admission admission;
    private final Outbox outbox;
    private final OutboxRelay relay;
    private final UploadSessionCache cache;
    private final UploadConfig config;
    private final ChunkRules rules;
    private final OfferedProfiles profiles;
    private final Clock clock;

    public UploadAnnouncement(
            UploadRepository uploads,
            DraftRepository drafts,
            Admission admission,
            Outbox outbox,
            OutboxRelay relay,
            UploadSessionCache cache,
            UploadConfig config,
            OfferedProfiles profiles,
            Clock clock) {
        this.uploads = uploads;
        this.drafts = drafts;
        this.admission = admission;
        this.outbox = outbox;
        this.relay = relay;
        this.cache = cache;
        this.config = config;
        this.rules = new ChunkRules(config.chunkSize().asLongValue());
        this.profiles = profiles;
        this.clock = clock;
    }

    /**
     * Opens an upload for this file. Fails with {@link Refusal.FileTooLarge}, {@link Refusal.NoSuchProfile},
     * {@link Refusal.TooManyOpenUploads} or {@link Refusal.TooManyVideosWaiting}.
     */
    public Uni<Upload> open(Announced announced) {
        return open(announced, rules.planFor(announced.sizeBytes()));
    }

    /** The same for a file that is cut in a way of its own. */
    Uni<Upload> open(Announced announced, ChunkPlan plan) {
        return Uni.createFrom()
                .item(() -> {
                    checkSize(announced.sizeBytes());
                    return newUpload(newId(), announced.file(), plan, clock.instant());
                })
                .chain(upload -> opened(() -> add(upload, announced.file()))
                        .chain(() -> cache.remember(upload.session()))
                        .replaceWith(upload));
    }

    /** Opens a draft for this file; where its size is not known yet, for a file as large as it may become. */
    public Uni<Draft> openDraft(DraftKind kind, FileDescription file, OptionalLong sizeBytes) {
        return Uni.createFrom()
                .item(() -> {
                    sizeBytes.ifPresent(this::checkSize);
                    profiles.checked(file.profile());
                    Instant now = now(clock.instant());
                    return new Draft(
                            newId(),
                            kind,
                            cleaned(file),
                            rules.planFor(sizeBytes.orElse(
                                    Math.min(config.maxFileSize().asLongValue(), rules.longestOfPreferred()))),
                            now,
                            now.plus(config.expiresAfter()),
                            Optional.empty());
                })
                .chain(draft -> opened(() -> drafts.add(draft)).replaceWith(draft));
    }

    /**
     * Makes a draft the upload of a video, now that it is known how it is cut; one that has become it already is answered as it is. Fails
     * with {@link Refusal.FileTooLarge}.
     */
    public Uni<Upload> becomeUpload(Draft draft, ChunkPlan plan) {
        return Uni.createFrom()
                .item(() -> {
                    checkSize(plan.sizeBytes());
                    return newUpload(draft.id(), draft.file(), plan, draft.createdAt());
                })
                .chain(upload -> Panache.withTransaction(() -> drafts.lock(draft.id())
                        .chain(still -> still.isEmpty()
                                ? uploads.read(draft.id())
                                : add(upload, draft.file())
                                        .chain(() -> drafts.remove(draft.id()))
                                        .replaceWith(upload))))
                .invoke(relay::nudge)
                .call(upload -> cache.remember(upload.session()));
    }

    private void checkSize(long sizeBytes) {
        long limit = config.maxFileSize().asLongValue();
        if (sizeBytes > limit) {
            throw new Refusal.FileTooLarge(sizeBytes, limit).asException();
        }
    }

    /** Does it unless too much is open or waits already. */
    private Uni<Void> opened(Supplier<Uni<Void>> add) {
        if (admission.isFull()) {
            return Uni.createFrom().failure(new Refusal.TooManyVideosWaiting().asException());
        }
        return Panache.withTransaction(() -> uploads.countOpen()
                        .chain(open -> drafts.countOpen().map(begun -> open + begun))
                        .invoke(open -> {
                            if (open >= config.maxOpen()) {
                                throw new Refusal.TooManyOpenUploads(config.maxOpen()).asException();
                            }
                        })
                        .chain(ignored -> add.get()))
                .invoke(relay::nudge);
    }

    private Uni<Void> add(Upload upload, FileDescription file) {
        return uploads.add(upload, file.owner(), file.tus()).chain(() -> outbox.write(initialized(upload)));
    }

    private Upload newUpload(VideoId id, FileDescription described, ChunkPlan plan, Instant createdAt) {
        FileDescription file = cleaned(described);
        Instant created = now(createdAt);
        return new Upload(
                id,
                file.filename(),
                file.title(),
                file.contentType(),
                plan,
                profiles.checked(file.profile()),
                UploadState.OPEN,
                1,
                Optional.empty(),
                created,
                created.plus(config.expiresAfter()),
                Optional.empty());
    }

    private static FileDescription cleaned(FileDescription file) {
        return new FileDescription(
                DisplayName.ofFile(file.filename()),
                DisplayName.ofTitle(file.contentType()),
                file.title().map(DisplayName::ofTitle).filter(title -> !title.isEmpty()),
                file.profile(),
                file.tus(),
                file.owner());
    }

    private static VideoId newId() {
        return new VideoId(UuidCreator.getTimeOrderedEpoch());
    }

    /** PostgreSQL keeps microseconds: what is answered now must equal what is read later. */
    private static Instant now(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    private static UploadInitialized initialized(Upload upload) {
        return new UploadInitialized(
                upload.id(),
                upload.generation(),
                upload.filename(),
                upload.title(),
                upload.contentType(),
                upload.plan().sizeBytes(),
                upload.plan().chunkSizeBytes(),
                upload.plan().chunkCount(),
                upload.createdAt(),
                upload.expiresAt(),
                upload.profile());
    }
}
