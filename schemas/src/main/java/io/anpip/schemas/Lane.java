package io.anpip.schemas;

/** Which of the two work queues a task waits in, so that what somebody is waiting for does not stand behind a long film. */
public enum Lane {
    /** What playback begins with, and everything of a short video. */
    FAST,
    /** The rest of a long video, and what is not needed to play it. */
    BULK
}
