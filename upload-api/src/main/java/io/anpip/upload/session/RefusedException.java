package io.anpip.upload.session;

/** Carries a refusal through an asynchronous chain to the edge that answers the client. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    RefusedException(Refusal refusal) {
        // No stack trace: a refusal is an answer, not a fault.
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    /** Why. */
    public Refusal refusal() {
        return refusal;
    }
}
