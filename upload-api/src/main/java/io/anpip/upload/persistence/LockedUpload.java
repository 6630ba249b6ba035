package io.anpip.upload.persistence;

import io.anpip.upload.session.Upload;
import java.time.Instant;

/** An upload whose row is locked until the end of the transaction; what is written here is stored with it. */
public final class LockedUpload {

    private final UploadRow row;
    private final Upload upload;

    LockedUpload(UploadRow row, Upload upload) {
        this.row = row;
        this.upload = upload;
    }

    /** The upload as it was when the lock was taken. */
    public Upload upload() {
        return upload;
    }

    /** Stores what has changed. */
    public void become(Upload next) {
        row.take(next);
    }

    /** How often the chapters were edited. */
    public int chaptersRevision() {
        return row.chaptersRevision;
    }

    /** Counts one more edit of the chapters and answers its number. */
    public int nextChaptersRevision() {
        row.chaptersRevision++;
        return row.chaptersRevision;
    }

    /** How often the poster was asked for. */
    public int posterRevision() {
        return row.posterRevision;
    }

    /** Counts one more request for the poster and answers its number. */
    public int nextPosterRevision() {
        row.posterRevision++;
        return row.posterRevision;
    }

    /** Has the sweep remove the objects after this instant, when no presigned URL works any more. */
    public void sweepAfter(Instant instant) {
        row.sweepAfter = instant;
    }
}
