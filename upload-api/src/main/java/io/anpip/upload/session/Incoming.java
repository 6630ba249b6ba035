package io.anpip.upload.session;

import io.anpip.schemas.VideoId;
import java.time.Instant;

/** What bytes can be sent to. */
public sealed interface Incoming permits Upload, Draft {

    /** Its id, which is that of the video it becomes. */
    VideoId id();

    /** How it is cut. */
    ChunkPlan plan();

    /** When it is given up if it is not finished. */
    Instant expiresAt();
}
