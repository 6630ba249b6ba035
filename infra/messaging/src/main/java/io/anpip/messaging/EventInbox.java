package io.anpip.messaging;

import io.anpip.schemas.EventCodec;
import io.anpip.schemas.EventType;
import io.anpip.schemas.VideoEvent;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
        VideoEvent event =
                EventCodec.decode(type, payload).orElseThrow(() -> new GivenUp("The payload does not hold a " + type));
        handle(event, handler);
    }

    private void handle(VideoEvent event, EventHandler handler) {
        Duration pause = config.firstPause();
        for (int attempt = 1; ; attempt++) {
            HandlingOutcome outcome = attempt(event, handler);
            switch (outcome) {
                case HandlingOutcome.Done(var events) -> {
                    publisher.publishAll(events).await().indefinitely();
                    return;
                }
                case HandlingOutcome.TryAgain(String reason) ->
                    pauseOrGiveUp(event, handler, attempt, config.attempts(), pause, reason);
                case HandlingOutcome.Broken(String reason) ->
                    pauseOrGiveUp(event, handler, attempt, config.brokenAttempts(), pause, reason);
            }
            pause = shorter(pause.multipliedBy(2), config.longestPause());
        }
    }

    private void pauseOrGiveUp(
            VideoEvent event, EventHandler handler, int attempt, int attempts, Duration pause, String reason) {
        String name = event.getClass().getSimpleName();
        if (attempt >= attempts) {
            if (handler.giveUp(event, reason) instanceof HandlingOutcome.Done(var events)) {
                publisher.publishAll(events).await().indefinitely();
            }
            LOGGER.error("{} of video {} is given up after {} attempts: {}", name, event.videoId(), attempt, reason);
            throw new GivenUp("Given up after " + attempt + " attempts: " + reason);
        }
        LOGGER.warn(
                "{} of video {}: attempt {} of {} failed, next in {}: {}",
                name,
                event.videoId(),
                attempt,
                attempts,
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
