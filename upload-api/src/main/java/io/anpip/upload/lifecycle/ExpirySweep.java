package io.anpip.upload.lifecycle;

import io.anpip.schemas.VideoId;
import io.anpip.upload.persistence.DraftRepository;
import io.anpip.upload.persistence.FinishedVideos;
import io.anpip.upload.persistence.UploadRepository;
import io.anpip.upload.session.RefusedException;
import io.anpip.upload.settings.UploadConfig;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduler;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives up uploads that nobody completed in time, and removes chunks nobody needs any more: those that came after the end of their upload,
 * and those of videos that have been READY for a while.
 *
 * <p>Any number of instances may sweep: each step is idempotent and takes the lock of the row it changes.
 */
@ApplicationScoped
public class ExpirySweep {

    private static final Logger LOGGER = LoggerFactory.getLogger(ExpirySweep.class);
    private static final int BATCH = 100;

    private final UploadRepository uploads;
    private final FinishedVideos finished;
    private final DraftRepository drafts;
    private final ChunkRemoval removal;
    private final UploadConfig config;
    private final Withdrawal withdrawal;
    private final Clock clock;
    private final Scheduler scheduler;
    private final LongCounter expiredUploads;
    private final LongCounter videosWithoutChunks;

    public ExpirySweep(
            UploadRepository uploads,
            FinishedVideos finished,
            DraftRepository drafts,
            ChunkRemoval removal,
            UploadConfig config,
            Withdrawal withdrawal,
            Clock clock,
            Scheduler scheduler,
            OpenTelemetry telemetry) {
        this.uploads = uploads;
        this.finished = finished;
        this.drafts = drafts;
        this.removal = removal;
        this.config = config;
        this.withdrawal = withdrawal;
        this.clock = clock;
        this.scheduler = scheduler;
        Meter meter = telemetry.getMeter("io.anpip.upload.sweep");
        this.expiredUploads = meter.counterBuilder("anpip.uploads.expired")
                .setUnit("{upload}")
                .setDescription("Uploads nobody completed, given up with their chunks.")
                .build();
        this.videosWithoutChunks = meter.counterBuilder("anpip.chunks.removed")
                .setUnit("{video}")
                .setDescription("Videos whose chunks were removed, READY for long enough.")
                .build();
    }

    @Scheduled(every = "{anpip.upload.sweep-interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        Instant begun = clock.instant();
        return Panache.withSession(() -> uploads.expired(BATCH))
                .chain(expired -> each(
                        expired, id -> withdrawal.abort(id, Withdrawal.EXPIRED).invoke(() -> expiredUploads.add(1))))
                .chain(() -> Panache.withSession(() -> uploads.toSweep(BATCH)))
                .chain(ended -> each(
                        ended,
                        id -> withdrawal
                                .removeObjects(id)
                                .chain(() -> Panache.withTransaction(
                                        () -> drafts.removeJoinedInto(id).chain(() -> uploads.swept(id, begun))))))
                .chain(() -> Panache.withSession(() -> drafts.expired(begun, withdrawal.urlsMayWork(), BATCH)))
                .chain(over -> each(
                        over,
                        id -> removal.everythingOf(id).chain(() -> Panache.withTransaction(() -> drafts.remove(id)))))
                .chain(() -> finished.withChunks(config.chunkGrace(), BATCH))
                .chain(ready -> each(
                        ready,
                        id -> removal.chunksOf(id)
                                .chain(() -> finished.chunksRemoved(id))
                                .invoke(() -> videosWithoutChunks.add(1))))
                .onFailure()
                .recoverWithUni(trouble -> {
                    LOGGER.warn("The sweep of uploads goes on at the next interval: {}", trouble.toString());
                    return Uni.createFrom().voidItem();
                });
    }

    void stop(@Observes ShutdownEvent stopping) {
        scheduler.pause();
    }

    private static Uni<Void> each(List<VideoId> ids, Function<VideoId, Uni<Void>> step) {
        return Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(id -> step.apply(id)
                        // Finalized at the last moment: not ours any more.
                        .onFailure(RefusedException.class)
                        .recoverWithNull()
                        .replaceWith(id))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
