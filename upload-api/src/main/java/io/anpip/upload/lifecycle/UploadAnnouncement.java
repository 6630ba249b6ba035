package io.anpip.upload.lifecycle;

import com.github.f4b6a3.uuid.UuidCreator;
import io.anpip.messaging.outbox.OutboxRelay;
import io.anpip.schemas.UploadInitialized;
import io.anpip.schemas.VideoId;
import io.anpip.upload.cache.UploadSessionCache;
import io.anpip.upload.persistence.Outbox;
import io.anpip.upload.persistence.UploadRepository;
import io.anpip.upload.session.ChunkRules;
import io.anpip.upload.session.DisplayName;
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

/** Opens an upload: gives it an id, cuts the file into chunks, and tells the world. */
@ApplicationScoped
public class UploadAnnouncement {

    private final UploadRepository uploads;
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
            Admission admission,
            Outbox outbox,
            OutboxRelay relay,
            UploadSessionCache cache,
            UploadConfig config,
            OfferedProfiles profiles,
            Clock clock) {
        this.uploads = uploads;
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
    public Uni<Upload> open(Announced file) {
        long limit = config.maxFileSize().asLongValue();
        if (file.sizeBytes() > limit) {
            return Uni.createFrom().failure(new Refusal.FileTooLarge(file.sizeBytes(), limit).asException());
        }
        if (admission.isFull()) {
            return Uni.createFrom().failure(new Refusal.TooManyVideosWaiting().asException());
        }
        Upload upload = newUpload(file, profiles.checked(file.profile()));
        return Panache.withTransaction(() -> uploads.countOpen()
                        .invoke(open -> {
                            if (open >= config.maxOpen()) {
                                throw new Refusal.TooManyOpenUploads(config.maxOpen()).asException();
                            }
                        })
                        .chain(() -> uploads.add(upload, file.owner(), file.tusMetadata()))
                        .chain(() -> outbox.write(initialized(upload))))
                .invoke(relay::nudge)
                .chain(() -> cache.remember(upload.session()))
                .replaceWith(upload);
    }

    private Upload newUpload(Announced file, Optional<String> profile) {
        // PostgreSQL keeps microseconds: what is answered now must equal what is read later.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Upload(
                new VideoId(UuidCreator.getTimeOrderedEpoch()),
                DisplayName.ofFile(file.filename()),
                file.title().map(DisplayName::ofTitle).filter(title -> !title.isEmpty()),
                DisplayName.ofTitle(file.contentType()),
                rules.planFor(file.sizeBytes()),
                profile,
                UploadState.OPEN,
                1,
                Optional.empty(),
                now,
                now.plus(config.expiresAfter()),
                Optional.empty());
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
