package io.anpip.projector.webhook;

import java.time.Duration;
import java.util.Optional;

/** What came of one attempt to deliver a message. */
sealed interface DeliveryOutcome {

    /** The endpoint has it. */
    record Delivered() implements DeliveryOutcome {}

    /** The endpoint is gone for good (410) and wants no more messages. */
    record Gone() implements DeliveryOutcome {}

    /** Not delivered; to be tried again. */
    record NotDelivered(String reason, Optional<Duration> wish) implements DeliveryOutcome {}

    /** What an answer means. Redirects are not followed: a receiver has the address changed in the settings. */
    static DeliveryOutcome answered(int status, Optional<Duration> retryAfter) {
        if (status >= 200 && status < 300) {
            return new Delivered();
        }
        return status == 410 ? new Gone() : new NotDelivered("The endpoint answered " + status, retryAfter);
    }
}
