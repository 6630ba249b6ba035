package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;

/** The three kinds of failure, each with its own treatment. */
@JsonClassDescription("How to deal with a failure. "
        + "RETRYABLE: infrastructure, not the video's fault; tried again, not counted. "
        + "SUSPECT: a crash, out of memory or time-out that the video may have caused; two tries. "
        + "PERMANENT: the content itself; terminal at once.")
public enum FailureKind {
    /** Infrastructure, not the video's fault: tried again, not counted. */
    RETRYABLE,
    /** A crash, out of memory or time-out that the video may have caused: two tries. */
    SUSPECT,
    /** The content itself: terminal at once. */
    PERMANENT
}
