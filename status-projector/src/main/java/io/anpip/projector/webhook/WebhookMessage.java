package io.anpip.projector.webhook;

import io.anpip.schemas.StatusEvent;
import io.anpip.schemas.VideoDocument;
import io.anpip.schemas.VideoFailed;
import io.anpip.schemas.VideoPlayable;
import io.anpip.schemas.VideoReady;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * The body of a webhook.
 *
 * @param type e.g. {@code video.ready}
 * @param timestamp when the video came to this status
 * @param data its document, with absolute links
 */
record WebhookMessage(String type, Instant timestamp, VideoDocument data) {

    static Optional<WebhookMessage> of(StatusEvent event, Instant since, URI publicUrl) {
        return WebhookType.of(event)
                .map(type -> new WebhookMessage(type.text(), since, AbsoluteLinks.on(publicUrl, document(event))));
    }

    private static VideoDocument document(StatusEvent event) {
        return switch (event) {
            case VideoDocument document -> document;
            case VideoPlayable playable -> playable.video();
            case VideoReady ready -> ready.video();
            case VideoFailed failed -> failed.video();
        };
    }
}
