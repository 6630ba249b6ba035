package io.anpip.upload.session;

import io.anpip.schemas.VideoId;
import java.time.Instant;

/**
 * What signing a chunk's URL needs to know of an upload; all but the state never changes.
 *
 * @param expiresAt when the upload is given up if it is not finalized
 */
public record UploadSession(VideoId id, ChunkPlan plan, UploadState state, Instant expiresAt) {

    /** The same upload in another state. */
    public UploadSession in(UploadState next) {
        return new UploadSession(id, plan, next, expiresAt);
    }
}
