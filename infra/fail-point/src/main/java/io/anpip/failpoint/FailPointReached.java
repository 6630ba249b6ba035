package io.anpip.failpoint;

/** What a fail point throws when its plan says {@code fail}. */
public final class FailPointReached extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FailPointReached(FailPoint point) {
        super("The fail point " + point + " was reached");
    }
}
