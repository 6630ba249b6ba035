package io.anpip.localstack.failure;

/** Carries a {@link LocalStackFailure} to whoever asked for the stack. */
public final class LocalStackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient LocalStackFailure failure;

    /** Of a failure without a Java cause. */
    public LocalStackException(LocalStackFailure failure) {
        super(failure.message());
        this.failure = failure;
    }

    /** Of a failure that an exception brought to light. */
    public LocalStackException(LocalStackFailure failure, Throwable cause) {
        super(failure.message(), cause);
        this.failure = failure;
    }

    /** What went wrong. */
    public LocalStackFailure failure() {
        return failure;
    }
}
