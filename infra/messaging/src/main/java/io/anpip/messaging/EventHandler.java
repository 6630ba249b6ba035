package io.anpip.messaging;

import io.anpip.schemas.VideoEvent;

/** The use case behind a channel: takes an event and answers what follows. May see every event again. */
public interface EventHandler {

    /** Handles one event; an exception is taken for trouble with infrastructure. */
    HandlingOutcome handle(VideoEvent event);

    /**
     * Called once when an event is given up, before its record goes to the dead-letter topic: the handler can still bring its stage to an
     * end, so that the video does not wait for ever.
     *
     * @param reason what was in the way at the last attempt
     */
    default HandlingOutcome giveUp(VideoEvent event, String reason) {
        return HandlingOutcome.nothing();
    }
}
