package io.anpip.upload.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The parts a client says make its file, each by its number and the entity tag the store gave for it. */
public record ClientParts(Map<Integer, String> etags) {

    public ClientParts {
        etags = Map.copyOf(etags);
    }

    /**
     * How the file is cut, as the store has it. Parts may be named in any order, and what else lies there counts for nothing. Fails with
     * {@link Refusal.UploadIncomplete} when a part is not there or not the one that is meant, and with {@link Refusal.UnevenParts}.
     */
    public ChunkPlan planOf(List<StoredChunk> stored) {
        Map<Integer, StoredChunk> there = new HashMap<>();
        stored.forEach(chunk -> there.put(chunk.number(), chunk));
        List<Integer> missing = new ArrayList<>();
        TreeMap<Integer, StoredChunk> parts = new TreeMap<>();
        int last = etags.keySet().stream().max(Comparator.naturalOrder()).orElse(1);
        for (int number = 1; number <= last; number++) {
            StoredChunk chunk = there.get(number);
            if (chunk != null && chunk.etag().equals(etags.get(number))) {
                parts.put(number, chunk);
            } else {
                missing.add(number);
            }
        }
        if (!missing.isEmpty()) {
            throw new Refusal.UploadIncomplete(missing, List.of()).asException();
        }
        return evenly(List.copyOf(parts.values()));
    }

    private static ChunkPlan evenly(List<StoredChunk> parts) {
        long size = parts.getFirst().sizeBytes();
        long end = parts.getLast().sizeBytes();
        boolean isEven = parts.stream().limit(parts.size() - 1L).allMatch(part -> part.sizeBytes() == size)
                && end <= size
                && (parts.size() == 1 || size >= ChunkRules.MIN_BYTES && end > 0);
        if (!isEven) {
            throw new Refusal.UnevenParts(ChunkRules.MIN_BYTES).asException();
        }
        long whole = parts.stream().mapToLong(StoredChunk::sizeBytes).sum();
        return new ChunkPlan(whole, Math.max(1, size), parts.size());
    }
}
