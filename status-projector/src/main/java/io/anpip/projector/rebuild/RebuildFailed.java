package io.anpip.projector.rebuild;

/** A rebuild was broken off; the live projection is what it was. */
final class RebuildFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    RebuildFailed(String reason, Throwable cause) {
        super(reason, cause);
    }
}
