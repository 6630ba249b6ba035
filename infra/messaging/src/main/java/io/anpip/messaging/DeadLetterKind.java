package io.anpip.messaging;

import io.anpip.schemas.FailureKind;

/** Why a record is with the dead letters: the kinds of failure, and one for what no video fails for. */
public enum DeadLetterKind {
    /** Infrastructure was in the way for longer than patience lasts. */
    RETRYABLE,
    /** The work crashed, ran out of memory or out of time, twice. */
    SUSPECT,
    /** The content itself. */
    PERMANENT,
    /** The record can't be read, or not be folded; it waits for a version that can. */
    PARKED;

    static DeadLetterKind of(FailureKind kind) {
        return switch (kind) {
            case RETRYABLE -> RETRYABLE;
            case SUSPECT -> SUSPECT;
            case PERMANENT -> PERMANENT;
        };
    }
}
