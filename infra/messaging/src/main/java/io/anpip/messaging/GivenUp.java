package io.anpip.messaging;

/** Tells the connector that a record goes to the dead-letter topic, and why. */
public final class GivenUp extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final DeadLetterKind kind;
    private final int attempts;

    /** A record that is parked: it can't be used, and no video fails for it. */
    public GivenUp(String reason) {
        this(DeadLetterKind.PARKED, 1, reason);
    }

    /** A record that is parked because of this. */
    public GivenUp(String reason, Throwable cause) {
        super(reason, cause);
        this.kind = DeadLetterKind.PARKED;
        this.attempts = 1;
    }

    /** A record that has led to a failure after so many attempts. */
    GivenUp(DeadLetterKind kind, int attempts, String reason) {
        super(reason);
        this.kind = kind;
        this.attempts = attempts;
    }

    /** Why it is with the dead letters. */
    public DeadLetterKind kind() {
        return kind;
    }

    /** How often it was handled by the process that gave it up. */
    public int attempts() {
        return attempts;
    }
}
