package io.anpip.schemas;

/** The three kinds of failure, each with its own treatment. */
public enum FailureKind {
    /** Infrastructure, not the video's fault: tried again, not counted. */
    RETRYABLE,
    /** A crash, out of memory or time-out that the video may have caused: two tries. */
    SUSPECT,
    /** The content itself: terminal at once. */
    PERMANENT
}
