package io.anpip.upload.lifecycle;

import io.anpip.messaging.outbox.OutboxRelay;
import io.anpip.schemas.VideoEvent;
import io.anpip.schemas.VideoId;
import io.anpip.upload.persistence.WaitingWork;
import io.anpip.upload.settings.AdmissionConfig;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets videos into work, as many at once as the workers can use; whose is next {@link io.anpip.upload.admission.FairTurns} says. While
 * there is room a video passes at once.
 *
 * <p>Threading: one round at a time per process, on event loops; one process at a time by a lock in the database.
 */
@ApplicationScoped
public class Admission {

    private static final Logger LOGGER = LoggerFactory.getLogger(Admission.class);

    private final WaitingWork waiting;
    private final OutboxRelay relay;
    private final AdmissionConfig config;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean nudged = new AtomicBoolean();
    private volatile int queueLength;

    public Admission(WaitingWork waiting, OutboxRelay relay, AdmissionConfig config, OpenTelemetry telemetry) {
        this.waiting = waiting;
        this.relay = relay;
        this.config = config;
        telemetry
                .getMeter("io.anpip.upload.admission")
                .gaugeBuilder("anpip.admission.waiting")
                .ofLongs()
                .setUnit("{video}")
                .setDescription("Videos that wait for their turn.")
                .buildWithCallback(measurement -> measurement.record(queueLength));
    }

    /** Has work on a video begin when it is its turn; in the transaction of the caller, who nudges after it. */
    Uni<Void> ask(VideoId id, VideoEvent event) {
        return waiting.add(id, event);
    }

    /** Takes back what waits for a video, in the transaction of the caller. */
    Uni<Void> forget(VideoId id) {
        return waiting.forget(id);
    }

    /** Whether so many videos wait that no more uploads should be taken on. */
    boolean isFull() {
        return queueLength >= config.maxWaiting();
    }

    /** Says that a video waits, or that one has ended. */
    public void nudge() {
        nudged.set(true);
        if (running.compareAndSet(false, true)) {
            nudged.set(false);
            waiting.admit().subscribe().with(this::ended, this::failed);
        }
    }

    /** Says that a video has come to its end, and that its turn is free. */
    public void turnIsFree() {
        if (queueLength > 0) {
            nudge();
        }
    }

    @Scheduled(every = "{anpip.admission.interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        nudge();
    }

    private void ended(WaitingWork.Round round) {
        queueLength = round.stillWaiting();
        running.set(false);
        if (round.admitted() > 0) {
            relay.nudge();
        }
        if (nudged.get()) {
            nudge();
        }
    }

    private void failed(Throwable trouble) {
        running.set(false);
        LOGGER.warn("Videos wait for their turn until the next interval: {}", trouble.toString());
    }
}
