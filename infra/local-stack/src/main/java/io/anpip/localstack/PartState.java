package io.anpip.localstack;

/** How a server of the stack is doing. */
public enum PartState {
    /** It runs and answers. */
    READY,
    /** It runs but does not answer, or not yet. */
    NOT_READY,
    /** It does not run. */
    DEAD
}
