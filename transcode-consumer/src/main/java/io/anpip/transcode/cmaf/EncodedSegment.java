package io.anpip.transcode.cmaf;

import io.anpip.schemas.ObjectRef;
import java.util.List;

/**
 * A stored media segment.
 *
 * @param number number of the segment over the whole video, from 1
 * @param object where it is
 * @param sha256 SHA-256 of its bytes, lower-case hex
 * @param durationTicks its length in ticks of the track
 * @param iFrames its key frames; empty for audio
 */
public record EncodedSegment(
        int number, ObjectRef object, String sha256, long durationTicks, List<IFrameRange> iFrames) {

    public EncodedSegment {
        iFrames = List.copyOf(iFrames);
    }

    /** Size in bytes. */
    public long sizeBytes() {
        return object.sizeBytes();
    }
}
