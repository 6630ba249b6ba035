package io.anpip.cli.failure;

/** Carries a {@link Failure} from where it was noticed to the one place that prints it. */
public final class CommandFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    /** Of a failure without a Java cause. */
    public CommandFailed(Failure failure) {
        super(failure.sentence());
        this.failure = failure;
    }

    /** Of a failure that an exception brought to light. */
    public CommandFailed(Failure failure, Throwable cause) {
        super(failure.sentence(), cause);
        this.failure = failure;
    }

    /** What went wrong. */
    public Failure failure() {
        return failure;
    }
}
