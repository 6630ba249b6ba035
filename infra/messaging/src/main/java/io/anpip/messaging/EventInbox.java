package io.anpip.messaging;

import io.anpip.failpoint.FailPoint;
import io.anpip.schemas.EncodeTask;
import io.anpip.schemas.EventCodec;
import io.anpip.schemas.EventType;
import io.anpip.schemas.VideoEvent;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one message boundary: every record of every channel passes here.
 *
 * <p>Idempotence: none of its own; handlers must bear seeing an event again. Threading: called on the channel's bounded worker pool,
 * where it may wait. Failure: {@link GivenUp}, which sends the record to the dead-letter topic.
 */
@ApplicationScoped
public class EventInbox {

    private static final Logger LOGGER = LoggerFactory.getLogger(EventInbox.class);

    private final EventPublisher publisher;
    private final MessagingConfig config;

    public EventInbox(EventPublisher publisher, MessagingConfig config) {
        this.publisher = publisher;
        this.config = config;
    }

    /** Handles one record; returns when it may be acknowledged. */
    public void receive(byte[] payload, IncomingKafkaRecordMetadata<String, byte[]> record, EventHandler handler) {
        String type = typeOf(record);
        if (EventType.named(type).isEmpty()) {
            // A newer producer may send types this version does not know; they are none of its business.
            LOGGER.debug("Passed over a record of type {} on {}", type, record.getTopic());
            return;
        }
        FailPoint.RECORD_TAKEN.reach();
        VideoEvent event =
                EventCodec.decode(type, payload).orElseThrow(() -> new GivenUp("The payload does not hold a " + type));
        if (event instanceof EncodeTask task && FailPoint.WORK_RECEIVED.drops(task.videoId() + "/" + task.part())) {
            LOGGER.warn("Lost part {} of video {} at a fail point", task.part(), task.videoId());
            return;
        }
        handle(event, handler);
        FailPoint.RECORD_ACKNOWLEDGED.reach();
    }

    private void handle(VideoEvent event, EventHandler handler) {
        long begun = System.nanoTime();
        Duration pause = config.firstPause();
        int broken = 0;
        for (int attempt = 1; ; attempt++) {
            switch (attempt(event, handler)) {
                case HandlingOutcome.Done(var events) -> {
                    publish(events);
                    return;
                }
                case HandlingOutcome.Failed(var failure, var events) -> {
                    publish(events);
                    throw new GivenUp(DeadLetterKind.of(failure.kind()), attempt, failure.reason());
                }
                case HandlingOutcome.TryAgain(String reason) -> {
                    if (System.nanoTime() - begun >= config.patience().toNanos()) {
                        throw givenUp(event, handler, DeadLetterKind.RETRYABLE, attempt, reason);
                    }
                    pause(event, attempt, pause, reason);
                }
                case HandlingOutcome.Broken(String reason) -> {
                    broken++;
                    if (broken >= config.brokenAttempts()) {
                        throw givenUp(event, handler, DeadLetterKind.SUSPECT, attempt, reason);
                    }
                    pause(event, attempt, pause, reason);
                }
            }
            pause = shorter(pause.multipliedBy(2), config.longestPause());
        }
    }

    private void publish(List<VideoEvent> events) {
        publisher.publishAll(events).await().indefinitely();
        FailPoint.EVENT_PUBLISHED.reach();
    }

    private GivenUp givenUp(VideoEvent event, EventHandler handler, DeadLetterKind kind, int attempts, String reason) {
        switch (handler.giveUp(event, reason)) {
            case HandlingOutcome.Done(var events) -> publish(events);
            case HandlingOutcome.Failed(var ignored, var events) -> publish(events);
            case HandlingOutcome.TryAgain ignored -> {}
            case HandlingOutcome.Broken ignored -> {}
        }
        LOGGER.error(
                "{} of video {} is given up after {} attempts: {}",
                event.getClass().getSimpleName(),
                event.videoId(),
                attempts,
                reason);
        return new GivenUp(kind, attempts, "Given up after " + attempts + " attempts: " + reason);
    }

    private static void pause(VideoEvent event, int attempt, Duration pause, String reason) {
        LOGGER.warn(
                "{} of video {}: attempt {} failed, next in {}: {}",
                event.getClass().getSimpleName(),
                event.videoId(),
                attempt,
                pause,
                reason);
        waitFor(pause);
    }

    // The one place where any exception of a handler is caught: what is behind it decides how patiently the record is
    // tried again.
    private static HandlingOutcome attempt(VideoEvent event, EventHandler handler) {
        try {
            return handler.handle(event);
        } catch (GivenUp givenUp) {
            throw givenUp;
        } catch (CompletionException | UncheckedIOException infrastructure) {
            LOGGER.debug("Handling {} met trouble", event, infrastructure);
            return new HandlingOutcome.TryAgain(sentence(infrastructure));
        } catch (RuntimeException fault) {
            LOGGER.warn("Handling a {} broke", event.getClass().getSimpleName(), fault);
            return new HandlingOutcome.Broken(sentence(fault));
        }
    }

    private static String sentence(Throwable trouble) {
        Throwable cause = Optional.ofNullable(trouble.getCause()).orElse(trouble);
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    private static void waitFor(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            // Known by its cause as a stop, and so no dead letter: see DeadLetterUnlessStopping.
            throw new GivenUp("Stopped while waiting to try again", stopping);
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static String typeOf(IncomingKafkaRecordMetadata<String, byte[]> record) {
        Header header = record.getHeaders().lastHeader("ce_type");
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
