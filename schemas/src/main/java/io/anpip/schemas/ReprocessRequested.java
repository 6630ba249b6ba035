package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.util.Optional;

/** A user wants the video made again from its source, as a new generation. */
@JsonClassDescription("A user wants the video made again from its source, as a new generation.")
public record ReprocessRequested(
        @JsonPropertyDescription("Id of the video (UUIDv7); an upload and its video share it, and it is the record key")
        VideoId videoId,

        @JsonPropertyDescription(
                "Which run over the video's source this belongs to; 1 for the first, one more with each reprocessing")
        int generation,

        @JsonPropertyDescription("Size of the whole file in bytes")
        long sizeBytes,

        @JsonPropertyDescription("The chunk list of the upload, should the combined source not exist")
        ObjectRef chunkList,

        @JsonPropertyDescription("When") Instant requestedAt,

        @JsonPropertyDescription(
                "Name of the encoding profile the user chose, e.g. 'quality'; the default one where absent")
        Optional<String> profile)
        implements UploadEvent {
    /** Without what is optional and came later. */
    public ReprocessRequested(
            VideoId videoId, int generation, long sizeBytes, ObjectRef chunkList, Instant requestedAt) {
        this(videoId, generation, sizeBytes, chunkList, requestedAt, Optional.empty());
    }
}
