package io.anpip.messaging;

import io.anpip.schemas.VideoEvent;
import java.util.List;

/** What a handler made of an event. */
public sealed interface HandlingOutcome {

    /** Handled; these events follow from it, to be published in this order. */
    record Done(List<VideoEvent> events) implements HandlingOutcome {
        public Done {
            events = List.copyOf(events);
        }
    }

    /** Infrastructure was in the way; the same event is to be handled again a little later. */
    record TryAgain(String reason) implements HandlingOutcome {}

    /** The handler itself broke: tried again a few times only, because a fault of ours does not heal by waiting. */
    record Broken(String reason) implements HandlingOutcome {}

    /** Handled, and nothing follows. */
    static HandlingOutcome nothing() {
        return new Done(List.of());
    }

    /** Handled; these events follow from it. */
    static HandlingOutcome publish(VideoEvent... events) {
        return new Done(List.of(events));
    }
}
