package io.anpip.upload.session;

/**
 * How one file is cut: every chunk has the same size, but for the last.
 *
 * @param sizeBytes the whole file
 * @param chunkSizeBytes every chunk but the last
 * @param chunkCount number of chunks, at least one
 */
public record ChunkPlan(long sizeBytes, long chunkSizeBytes, int chunkCount) {

    public ChunkPlan {
        boolean fits = chunkCount == Math.max(1, Math.ceilDiv(sizeBytes, chunkSizeBytes));
        if (sizeBytes < 0 || chunkCount > ChunkRules.MAX_COUNT || !fits) {
            throw new IllegalArgumentException(
                    sizeBytes + " bytes are not " + chunkCount + " chunks of " + chunkSizeBytes + " bytes");
        }
    }

    /** A file of another size, cut into chunks as large as these. */
    public ChunkPlan ofSize(long otherBytes) {
        return new ChunkPlan(
                otherBytes, chunkSizeBytes, Math.toIntExact(Math.max(1, Math.ceilDiv(otherBytes, chunkSizeBytes))));
    }

    /** Whether there is a chunk of this number; numbers begin at 1. */
    public boolean has(int number) {
        return number >= 1 && number <= chunkCount;
    }

    /** How many bytes this chunk must have. */
    public long sizeOf(int number) {
        if (!has(number)) {
            throw new IllegalArgumentException("No chunk " + number + " of " + chunkCount);
        }
        return number < chunkCount ? chunkSizeBytes : sizeBytes - (chunkCount - 1) * chunkSizeBytes;
    }
}
