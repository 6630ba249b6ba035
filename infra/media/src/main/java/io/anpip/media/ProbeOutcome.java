package io.anpip.media;

import java.util.List;

/**
 * How a look into a media file ended. Only {@link Unreadable} speaks about the content; the others say that nothing is
 * known of it yet.
 */
public sealed interface ProbeOutcome<T> {

    record Probed<T>(T value) implements ProbeOutcome<T> {}

    /** A header names pictures of a size that is not decoded. */
    record Oversized<T>(long width, long height) implements ProbeOutcome<T> {}

    /** ffprobe read the file and could make nothing of it; the sentence is for the person who uploaded it. */
    record Unreadable<T>(String sentence, List<String> lastLines) implements ProbeOutcome<T> {
        public Unreadable {
            lastLines = List.copyOf(lastLines);
        }
    }

    /** Killed at the end of its budget: a file made to keep readers busy, or a slow store. */
    record TimedOut<T>(List<String> lastLines) implements ProbeOutcome<T> {
        public TimedOut {
            lastLines = List.copyOf(lastLines);
        }
    }

    /** ffprobe could not be run, was killed or interrupted, or its input was not served: not the file's fault. */
    record NotRun<T>(String reason, List<String> lastLines) implements ProbeOutcome<T> {
        public NotRun {
            lastLines = List.copyOf(lastLines);
        }
    }
}
