package io.anpip.failpoint;

/**
 * A place where a process may be made to fail. The twelve arrows between a record and its effect, in the order in which a video meets
 * them, and one place where work can be lost.
 *
 * <p>Cost when nothing is set: one read of a final field.
 */
public enum FailPoint {
    /** An outbox row is committed and not yet published. */
    OUTBOX_COMMITTED,
    /** An outbox row is published and not yet removed. */
    OUTBOX_PUBLISHED,
    /** A record has been taken from its topic. */
    RECORD_TAKEN,
    /** A piece of the source has been read for FFmpeg. */
    SOURCE_READ,
    /** FFmpeg has reported progress. */
    ENCODE_RUNNING,
    /** Some of an attempt's objects are stored. */
    OBJECT_STORED,
    /** All of an attempt's objects are stored, and no marker names them. */
    BEFORE_MARKER,
    /** The marker is written, and nobody was told. */
    AFTER_MARKER,
    /** The event that follows is published, and the record not acknowledged. */
    EVENT_PUBLISHED,
    /** The record is acknowledged; its offset may not be committed yet. */
    RECORD_ACKNOWLEDGED,
    /** The projector has committed a fold, and the offset is not committed. */
    FOLD_COMMITTED,
    /** A notification has gone out and is not marked as sent. */
    NOTIFICATION_SENT,
    /** Work was received: {@link #drops} loses it, as a broken broker or operator would. */
    WORK_RECEIVED;

    private static final FailPlan PLAN = FailPlan.ofThisProcess();

    /** Fails as the plan says; does nothing where it says nothing of this place. */
    public void reach() {
        if (!PLAN.isEmpty()) {
            PLAN.reach(this);
        }
    }

    /** Whether this piece of work is to be lost: true once for each key where the plan says so. */
    public boolean drops(String key) {
        return !PLAN.isEmpty() && PLAN.drops(this, key);
    }
}
