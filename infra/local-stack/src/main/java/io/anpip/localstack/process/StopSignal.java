package io.anpip.localstack.process;

/** How a program is asked to end in order. */
public enum StopSignal {
    /** SIGTERM: what nearly every program takes. */
    TERMINATE,
    /** SIGINT: PostgreSQL's fast shutdown, which does not wait for its clients to leave. */
    INTERRUPT
}
