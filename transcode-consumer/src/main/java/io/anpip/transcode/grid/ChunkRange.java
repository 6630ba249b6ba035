package io.anpip.transcode.grid;

/**
 * A range of frames that one encoder makes in one go.
 *
 * @param index index of the chunk, from 0
 * @param firstFrame its first frame on the grid of the whole video
 * @param frameCount number of frames
 */
public record ChunkRange(int index, long firstFrame, int frameCount) {

    /** The frame after its last. */
    public long endFrame() {
        return firstFrame + frameCount;
    }
}
