package io.anpip.messaging;

import io.anpip.schemas.EventCodec;
import io.anpip.schemas.EventType;
import io.anpip.schemas.VideoEvent;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
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
            switch (attempt(event, handler)) {
                case HandlingOutcome.Done(var events) -> {
                    publisher.publishAll(events).await().indefinitely();
                    return;
                }
                case HandlingOutcome.TryAgain(String reason) -> {
                    if (attempt >= config.attempts()) {
                        throw new GivenUp("Given up after " + attempt + " attempts: " + reason);
                    }
                    LOGGER.warn(
                            "{} of video {}: attempt {} of {} failed, next in {}: {}",
                            event.getClass().getSimpleName(),
                            event.videoId(),
                            attempt,
                            config.attempts(),
                            pause,
                            reason);
                    waitFor(pause);
                    pause = shorter(pause.multipliedBy(2), config.longestPause());
                }
            }
        }
    }

    @SuppressWarnings("IllegalCatch")
    private static HandlingOutcome attempt(VideoEvent event, EventHandler handler) {
        try {
            return handler.handle(event);
        } catch (GivenUp givenUp) {
            throw givenUp;
        } catch (RuntimeException trouble) {
            LOGGER.debug("Handling {} failed", event, trouble);
            return new HandlingOutcome.TryAgain(sentence(trouble));
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
