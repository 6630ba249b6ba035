package io.anpip.upload.rest;

import io.anpip.messaging.DeadLetterKind;
import io.anpip.schemas.VideoId;
import io.anpip.upload.deadletter.DeadLetter;
import io.anpip.upload.deadletter.Redrive;
import io.anpip.upload.lifecycle.DeadLetters;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A dead letter as operators see it.
 *
 * @param payload and headers only where one letter is asked for
 */
public record ShownDeadLetter(
        String topic,
        int partition,
        long offset,
        Instant at,
        DeadLetterKind kind,
        String reason,
        int attempts,
        String origin,
        String type,
        String key,
        Optional<VideoId> videoId,
        Optional<String> trace,
        Optional<Redrive> redrive,
        Optional<String> payload,
        Optional<Map<String, String>> headers) {

    static ShownDeadLetter brief(DeadLetters.Shown shown) {
        return of(shown, Optional.empty(), Optional.empty());
    }

    static ShownDeadLetter whole(DeadLetters.Shown shown) {
        return of(
                shown,
                Optional.of(shown.letter().payload()),
                Optional.of(shown.letter().headers()));
    }

    private static ShownDeadLetter of(
            DeadLetters.Shown shown, Optional<String> payload, Optional<Map<String, String>> headers) {
        DeadLetter letter = shown.letter();
        return new ShownDeadLetter(
                letter.place().topic(),
                letter.place().partition(),
                letter.place().offset(),
                letter.at(),
                letter.kind(),
                letter.reason(),
                letter.attempts(),
                letter.origin(),
                letter.type(),
                letter.key(),
                letter.videoId(),
                letter.trace(),
                shown.redrive(),
                payload,
                headers);
    }
}
