package io.anpip.cli.upload;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A range of the file that is stored as one object.
 *
 * @param number from 1
 */
public record FileChunk(int number, long offset, long sizeBytes) {

    /** The chunks of a file, as the API cut it; pure. */
    public static List<FileChunk> of(long fileSize, long chunkSize, int chunkCount) {
        List<FileChunk> chunks = new ArrayList<>();
        for (int number = 1; number <= chunkCount; number++) {
            long offset = (number - 1) * chunkSize;
            chunks.add(new FileChunk(number, offset, Math.clamp(fileSize - offset, 0, chunkSize)));
        }
        return chunks;
    }

    /** Those of them that are not stored, or not with their size; pure. */
    public static List<FileChunk> missing(List<FileChunk> chunks, Map<Integer, Long> stored) {
        return chunks.stream()
                .filter(chunk -> stored.getOrDefault(chunk.number(), -1L) != chunk.sizeBytes())
                .toList();
    }
}
