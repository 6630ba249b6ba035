package io.anpip.messaging;

/** Tells the connector that a record goes to the dead-letter topic, and why. */
public final class GivenUp extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public GivenUp(String reason) {
        super(reason);
    }

    public GivenUp(String reason, Throwable cause) {
        super(reason, cause);
    }
}
