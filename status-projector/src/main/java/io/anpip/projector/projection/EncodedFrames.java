package io.anpip.projector.projection;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many frames of each chunk are encoded: the largest number heard of each.
 *
 * @param totalFrames frames of the whole video, 0 while unknown
 * @param framesByChunk frames done by index of the chunk
 */
public record EncodedFrames(long totalFrames, SortedMap<Integer, Integer> framesByChunk) {

    /** A grid has no more chunks than this (a week of video at 30 s a chunk); larger indices are passed over. */
    static final int MOST_CHUNKS = 20_160;

    static final EncodedFrames NONE = new EncodedFrames(0, Collections.emptySortedMap());

    public EncodedFrames {
        framesByChunk = Collections.unmodifiableSortedMap(new TreeMap<>(framesByChunk));
    }

    static EncodedFrames total(long totalFrames) {
        return new EncodedFrames(Math.max(0, totalFrames), Collections.emptySortedMap());
    }

    static EncodedFrames of(int chunkIndex, int framesDone, long totalFrames) {
        SortedMap<Integer, Integer> frames = new TreeMap<>();
        if (chunkIndex >= 0 && chunkIndex < MOST_CHUNKS && framesDone > 0) {
            frames.put(chunkIndex, framesDone);
        }
        return new EncodedFrames(Math.max(0, totalFrames), frames);
    }

    EncodedFrames merge(EncodedFrames other) {
        if (equals(other) || other.equals(NONE)) {
            return this;
        }
        SortedMap<Integer, Integer> larger = new TreeMap<>(framesByChunk);
        other.framesByChunk.forEach((chunk, frames) -> larger.merge(chunk, frames, Math::max));
        return new EncodedFrames(Math.max(totalFrames, other.totalFrames), larger);
    }

    /** Percent of the frames that are encoded. */
    int percent() {
        long done =
                framesByChunk.values().stream().mapToLong(Integer::longValue).sum();
        return totalFrames == 0 ? 0 : (int) Math.min(100, 100 * done / totalFrames);
    }
}
