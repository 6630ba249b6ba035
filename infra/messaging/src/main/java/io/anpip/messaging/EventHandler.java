package io.anpip.messaging;

import io.anpip.schemas.VideoEvent;

/** The use case behind a channel: takes an event and answers what follows. May see every event again. */
@FunctionalInterface
public interface EventHandler {

    /** Handles one event; an exception is taken for trouble with infrastructure. */
    HandlingOutcome handle(VideoEvent event);
}
