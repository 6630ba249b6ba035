package io.anpip.chaos.proxy;

import java.time.Duration;

/** What happens to one call to the object store. */
public sealed interface StoreFault {

    /** Nothing. */
    record None() implements StoreFault {}

    /** The proxy answers with this status; the store does not see the call. */
    record Refused(int status) implements StoreFault {}

    /** The call waits, then goes on. */
    record Stalled(Duration pause) implements StoreFault {}

    /** The store does it, and the client's connection is reset before the answer. */
    record ResetAfterCommit() implements StoreFault {}

    /** The store does not see the call; the answer is 200 with an error in its body, as S3 does for long copies. */
    record ErrorInside200() implements StoreFault {}

    /** The store does it and answers whole, and the client gets half of the body and a closed connection. */
    record TruncatedBody() implements StoreFault {}
}
