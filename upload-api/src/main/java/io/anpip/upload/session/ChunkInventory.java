package io.anpip.upload.session;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Compares what the store has with what was planned.
 *
 * @param right chunks with the right size, by number
 * @param missing numbers that are not there, ascending
 * @param wrongSized chunks with another size, by number
 */
public record ChunkInventory(List<StoredChunk> right, List<Integer> missing, List<WrongSizedChunk> wrongSized) {

    public ChunkInventory {
        right = List.copyOf(right);
        missing = List.copyOf(missing);
        wrongSized = List.copyOf(wrongSized);
    }

    /** Takes stock. The order of what was found does not matter; numbers outside the plan are passed over. */
    public static ChunkInventory of(ChunkPlan plan, List<StoredChunk> found) {
        List<StoredChunk> planned = found.stream()
                .filter(chunk -> plan.has(chunk.number()))
                .sorted(Comparator.comparingInt(StoredChunk::number))
                .toList();
        BitSet absent = new BitSet();
        absent.set(1, plan.chunkCount() + 1);
        planned.forEach(chunk -> absent.clear(chunk.number()));
        return new ChunkInventory(
                planned.stream().filter(chunk -> hasRightSize(plan, chunk)).toList(),
                absent.stream().boxed().toList(),
                planned.stream()
                        .filter(chunk -> !hasRightSize(plan, chunk))
                        .map(chunk ->
                                new WrongSizedChunk(chunk.number(), plan.sizeOf(chunk.number()), chunk.sizeBytes()))
                        .toList());
    }

    /** Whether the file is whole. */
    public boolean isComplete() {
        return missing.isEmpty() && wrongSized.isEmpty();
    }

    private static boolean hasRightSize(ChunkPlan plan, StoredChunk chunk) {
        return chunk.sizeBytes() == plan.sizeOf(chunk.number());
    }
}
