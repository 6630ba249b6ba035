package io.anpip.upload.lifecycle;

import io.anpip.messaging.outbox.OutboxRelay;
import io.anpip.schemas.Failure;
import io.anpip.schemas.FailureKind;
import io.anpip.schemas.ProcessingGivenUp;
import io.anpip.schemas.ReprocessRequested;
import io.anpip.upload.persistence.LockedUpload;
import io.anpip.upload.persistence.Outbox;
import io.anpip.upload.persistence.UnsettledWork;
import io.anpip.upload.persistence.UploadRepository;
import io.anpip.upload.session.Refusal;
import io.anpip.upload.session.RefusedException;
import io.anpip.upload.session.Upload;
import io.anpip.upload.session.UploadState;
import io.anpip.upload.settings.SweeperConfig;
import io.anpip.upload.sweep.Deadlines;
import io.anpip.upload.sweep.UnsettledVideo;
import io.anpip.upload.sweep.Verdict;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins work again that stands still, whatever the reason: a lost record, a lost event, a mistake of ours. It is what makes sure that
 * every upload comes to an end; queues only make it quick.
 *
 * <p>Idempotence: a video is changed under the lock of its row and only while its generation is the one that was found silent, so of any
 * number of sweepers one acts. What was given up is said again after another deadline, until the projection shows it.
 */
@ApplicationScoped
public class Sweeper {

    private static final Logger LOGGER = LoggerFactory.getLogger(Sweeper.class);
    private static final int BATCH = 10_000;

    private final UnsettledWork work;
    private final UploadRepository uploads;
    private final Outbox outbox;
    private final OutboxRelay relay;
    private final SweeperConfig config;
    private final Deadlines deadlines;
    private final Clock clock;
    private final LongCounter reissues;
    private final LongCounter givenUp;

    public Sweeper(
            UnsettledWork work,
            UploadRepository uploads,
            Outbox outbox,
            OutboxRelay relay,
            SweeperConfig config,
            Clock clock,
            OpenTelemetry telemetry) {
        this.work = work;
        this.uploads = uploads;
        this.outbox = outbox;
        this.relay = relay;
        this.config = config;
        this.deadlines =
                new Deadlines(config.base(), config.factor(), config.assumedBytesPerSecond(), config.reissues());
        this.clock = clock;
        Meter meter = telemetry.getMeter("io.anpip.upload.sweeper");
        this.reissues = meter.counterBuilder("anpip.sweeper.reissues")
                .setUnit("{video}")
                .setDescription("Videos whose work stood still and was begun again.")
                .build();
        this.givenUp = meter.counterBuilder("anpip.sweeper.given_up")
                .setUnit("{video}")
                .setDescription("Videos whose work stood still and was given up.")
                .build();
    }

    @Scheduled(every = "{anpip.sweeper.interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        if (!config.enabled()) {
            return Uni.createFrom().voidItem();
        }
        return work.list(BATCH).chain(this::judge).onFailure().recoverWithUni(trouble -> {
            // Before the projector has made its table, and while the database is away.
            LOGGER.warn("The sweep of unfinished work goes on at the next interval: {}", trouble.toString());
            return Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> judge(List<UnsettledVideo> inWork) {
        double mediaSeconds = deadlines.mediaSeconds(inWork);
        return Multi.createFrom()
                .iterable(inWork)
                .onItem()
                .transformToUniAndConcatenate(video ->
                        apply(video, deadlines.verdict(video, mediaSeconds)).replaceWith(video))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> apply(UnsettledVideo video, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Wait ignored -> Uni.createFrom().voidItem();
            case Verdict.Reissue ignored -> change(video, this::reissue);
            case Verdict.GiveUp ignored -> change(video, this::giveUp);
        };
    }

    private Uni<Void> change(UnsettledVideo video, Change change) {
        return Panache.withTransaction(() -> uploads.lock(video.id())
                        .chain(locked -> isStill(video, locked.upload())
                                ? change.to(video, locked)
                                : Uni.createFrom().voidItem()))
                .invoke(relay::nudge)
                // Deleted in the meantime: not ours any more.
                .onFailure(RefusedException.class)
                .recoverWithNull()
                .replaceWithVoid();
    }

    private static boolean isStill(UnsettledVideo video, Upload upload) {
        return upload.state() == UploadState.FINALIZED && upload.generation() == video.generation();
    }

    private Uni<Void> reissue(UnsettledVideo video, LockedUpload locked) {
        Upload again = locked.upload()
                .inGeneration(video.generation() + 1, locked.upload().profile());
        LOGGER.warn(
                "Video {} was silent for {}: its work is begun again as generation {}",
                video.id(),
                video.silence(),
                again.generation());
        locked.become(again);
        return outbox.write(new ReprocessRequested(
                        again.id(),
                        again.generation(),
                        again.plan().sizeBytes(),
                        again.chunkList().orElseThrow(() -> new Refusal.NoSource().asException()),
                        clock.instant(),
                        again.profile()))
                .chain(() -> work.reissued(video.id()))
                .invoke(() -> reissues.add(1));
    }

    private Uni<Void> giveUp(UnsettledVideo video, LockedUpload locked) {
        LOGGER.error(
                "Video {} was silent for {} again and is given up after {} reissues",
                video.id(),
                video.silence(),
                video.reissues());
        Failure failure = new Failure(
                FailureKind.RETRYABLE,
                "The work on this video stood still, also after it was begun again " + video.reissues()
                        + " times; it can be processed again.");
        return outbox.write(new ProcessingGivenUp(locked.upload().id(), video.generation(), failure, clock.instant()))
                .chain(() -> work.postponed(video.id()))
                .invoke(() -> givenUp.add(1));
    }

    @FunctionalInterface
    private interface Change {
        Uni<Void> to(UnsettledVideo video, LockedUpload locked);
    }
}
