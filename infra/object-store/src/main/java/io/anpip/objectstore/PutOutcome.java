package io.anpip.objectstore;

import io.anpip.schemas.ObjectRef;

/** What became of a conditional PUT. */
public sealed interface PutOutcome {

    /** The object was not there and is now ours. */
    record Written(ObjectRef object) implements PutOutcome {}

    /** Somebody else was first; theirs stands. */
    record AlreadyThere() implements PutOutcome {}
}
