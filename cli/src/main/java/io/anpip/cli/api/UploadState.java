package io.anpip.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far an upload is.
 *
 * @param state the API's word for it
 * @param stored sizes of the stored chunks by number
 */
public record UploadState(String state, long chunkSizeBytes, int chunkCount, Map<Integer, Long> stored) {
    public UploadState {
        stored = Map.copyOf(stored);
    }

    static UploadState of(JsonNode body) {
        Map<Integer, Long> stored = new TreeMap<>();
        for (JsonNode chunk : body.path("chunks")) {
            stored.put(chunk.path("number").asInt(), chunk.path("sizeBytes").asLong());
        }
        return new UploadState(
                body.path("state").asText(""),
                body.path("chunkSizeBytes").asLong(),
                body.path("chunkCount").asInt(),
                stored);
    }

    /** Whether the video was asked for already, so that no chunk is missing. */
    public boolean isFinalized() {
        return state.equalsIgnoreCase("FINALIZED");
    }

    /** Whether it was given up, so that it cannot go on. */
    public boolean isGone() {
        return state.equalsIgnoreCase("ABORTED") || state.equalsIgnoreCase("EXPIRED");
    }
}
