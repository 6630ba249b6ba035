package io.anpip.upload.session;

import io.anpip.schemas.VideoId;
import java.time.Instant;
import java.util.Optional;

/**
 * An upload that is no video yet. Its chunks lie where those of an upload with this id lie.
 *
 * @param plan how it is cut; while the length is not known, as the longest file that is taken would be
 * @param joinedInto the upload it was joined into, whose chunks its own are from then on
 */
public record Draft(
        VideoId id,
        DraftKind kind,
        FileDescription file,
        ChunkPlan plan,
        Instant createdAt,
        Instant expiresAt,
        Optional<VideoId> joinedInto)
        implements Incoming {

    /** Whether nobody has finished it in time. What was joined is not given up any more. */
    public boolean isOverAt(Instant now) {
        return joinedInto.isEmpty() && !now.isBefore(expiresAt);
    }
}
