package io.anpip.upload.session;

/**
 * How large chunks are made.
 *
 * @param preferredBytes size of a chunk where the file is not too large for it
 */
public record ChunkRules(long preferredBytes) {

    private static final long MIB = 1024L * 1024;

    /** S3 copies no smaller part when objects are joined, but for the last. */
    public static final long MIN_BYTES = 5 * MIB;

    /** S3 joins at most so many parts. */
    public static final int MAX_COUNT = 10_000;

    /** Chunks are planned for fewer than the limit, so that there is room for a client that splits differently. */
    private static final int PLANNED_COUNT = 9_000;

    public ChunkRules {
        if (preferredBytes < MIN_BYTES) {
            throw new IllegalArgumentException(
                    "anpip.upload.chunk-size must be at least 5 MiB, an S3 rule; it is " + preferredBytes + " bytes");
        }
    }

    /** The longest file whose chunks need not be larger than preferred. */
    public long longestOfPreferred() {
        return PLANNED_COUNT * preferredBytes;
    }

    /** Cuts a file of this size. An empty file has one empty chunk. */
    public ChunkPlan planFor(long sizeBytes) {
        long needed = Math.ceilDiv(sizeBytes, PLANNED_COUNT);
        long chunkBytes = Math.max(preferredBytes, Math.ceilDiv(needed, MIB) * MIB);
        int count = Math.toIntExact(Math.max(1, Math.ceilDiv(sizeBytes, chunkBytes)));
        return new ChunkPlan(sizeBytes, chunkBytes, count);
    }
}
