package io.anpip.projector.webhook;

import io.anpip.schemas.StatusEvent;
import io.anpip.schemas.VideoDocument;
import io.anpip.schemas.VideoFailed;
import io.anpip.schemas.VideoPlayable;
import io.anpip.schemas.VideoReady;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The kinds of messages, under the names receivers see. */
enum WebhookType {
    PLAYABLE("video.playable"),
    READY("video.ready"),
    FAILED("video.failed");

    static final Set<WebhookType> ALL = Set.of(values());

    private final String text;

    WebhookType(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    static WebhookType named(String text) {
        return Arrays.stream(values())
                .filter(type -> type.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no event '" + text + "'; there are video.playable, video.ready and video.failed"));
    }

    /** The kind of a notification; a status alone is no message. */
    static Optional<WebhookType> of(StatusEvent event) {
        return switch (event) {
            case VideoDocument ignored -> Optional.empty();
            case VideoPlayable ignored -> Optional.of(PLAYABLE);
            case VideoReady ignored -> Optional.of(READY);
            case VideoFailed ignored -> Optional.of(FAILED);
        };
    }
}
