package io.anpip.upload.intake;

import io.anpip.upload.session.ChunkPlan;
import io.anpip.upload.session.StoredChunk;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How far the bytes of an upload have come that are sent in order.
 *
 * @param plan how the file is cut
 * @param wholeChunks chunks from the first that are there without a gap
 * @param tailBytes bytes of the next one that were kept when a connection was cut
 */
public record Received(ChunkPlan plan, int wholeChunks, long tailBytes) {

    /**
     * Takes stock.
     *
     * @param chunks whole chunks in the store, in any order
     * @param tails beginnings of chunks, by the number of the chunk
     */
    public static Received of(ChunkPlan plan, List<StoredChunk> chunks, List<StoredChunk> tails) {
        Set<Integer> right = chunks.stream()
                .filter(chunk -> plan.has(chunk.number()) && chunk.sizeBytes() == plan.sizeOf(chunk.number()))
                .map(StoredChunk::number)
                .collect(Collectors.toSet());
        int whole = 0;
        while (right.contains(whole + 1)) {
            whole++;
        }
        int next = whole + 1;
        long tail = tails.stream()
                .filter(kept -> kept.number() == next && plan.has(next) && kept.sizeBytes() < plan.sizeOf(next))
                .mapToLong(StoredChunk::sizeBytes)
                .findFirst()
                .orElse(0);
        return new Received(plan, whole, tail);
    }

    /** Everything is there. */
    public static Received all(ChunkPlan plan) {
        return new Received(plan, plan.chunkCount(), 0);
    }

    /** Bytes that are there from the first without a gap. */
    public long offset() {
        return isComplete() ? plan.sizeBytes() : wholeChunks * plan.chunkSizeBytes() + tailBytes;
    }

    /** Whether the whole file is there. */
    public boolean isComplete() {
        return wholeChunks == plan.chunkCount();
    }

    /** The chunk the next byte belongs to. */
    public int nextChunk() {
        return wholeChunks + 1;
    }
}
