package io.anpip.messaging;

import io.anpip.schemas.ChaptersFailed;
import io.anpip.schemas.Failure;
import io.anpip.schemas.ProcessingGivenUp;
import io.anpip.schemas.SourceRejected;
import io.anpip.schemas.ThumbnailsFailed;
import io.anpip.schemas.TranscodeFailed;
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

    /**
     * Handled, and it brought a stage to its end without its result: these events say so, and the record goes to the dead letters, from
     * where it can be begun again once the reason is gone.
     */
    record Failed(Failure failure, List<VideoEvent> events) implements HandlingOutcome {
        public Failed {
            events = List.copyOf(events);
        }
    }

    /** Infrastructure was in the way; the same event is to be handled again a little later. Not counted, and bounded by patience alone. */
    record TryAgain(String reason) implements HandlingOutcome {}

    /** The handler itself broke, a crash that the record may have caused: two tries, because a fault of ours does not heal by waiting. */
    record Broken(String reason) implements HandlingOutcome {}

    /** A stage has come to this end: with its result, or without it. */
    static HandlingOutcome ended(VideoEvent end) {
        return switch (end) {
            case SourceRejected rejected -> failed(rejected.failure(), end);
            case TranscodeFailed failed -> failed(failed.failure(), end);
            case ThumbnailsFailed failed -> failed(failed.failure(), end);
            case ChaptersFailed failed -> failed(failed.failure(), end);
            case ProcessingGivenUp givenUp -> new Failed(givenUp.failure(), List.of());
            default -> publish(end);
        };
    }

    private static HandlingOutcome failed(Failure failure, VideoEvent end) {
        return new Failed(failure, List.of(end));
    }

    /** Handled, and nothing follows. */
    static HandlingOutcome nothing() {
        return new Done(List.of());
    }

    /** Handled; these events follow from it. */
    static HandlingOutcome publish(VideoEvent... events) {
        return new Done(List.of(events));
    }
}
