package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.util.Optional;

/** All chunks are stored and the client has asked for its video: processing starts. */
@JsonClassDescription("All chunks are stored and the client has asked for its video: processing starts.")
public record UploadFinalized(
        @JsonPropertyDescription("Id of the video (UUIDv7); an upload and its video share it, and it is the record key")
        VideoId videoId,

        @JsonPropertyDescription(
                "Which run over the video's source this belongs to; 1 for the first, one more with each reprocessing")
        int generation,

        @JsonPropertyDescription("Cleaned name of the file, for display only")
        String filename,

        @JsonPropertyDescription("Title the user gave") Optional<String> title,

        @JsonPropertyDescription("Media type the client claims; never trusted")
        String contentType,

        @JsonPropertyDescription("Size of the whole file in bytes")
        long sizeBytes,

        @JsonPropertyDescription("A JSON object that lists the chunks in order (ChunkList)")
        ObjectRef chunkList,

        @JsonPropertyDescription("When the upload was finalized")
        Instant finalizedAt,

        @JsonPropertyDescription(
                "Name of the encoding profile the user chose, e.g. 'quality'; the default one where absent")
        Optional<String> profile)
        implements UploadEvent {
    /** Without what is optional and came later. */
    public UploadFinalized(
            VideoId videoId,
            int generation,
            String filename,
            Optional<String> title,
            String contentType,
            long sizeBytes,
            ObjectRef chunkList,
            Instant finalizedAt) {
        this(videoId, generation, filename, title, contentType, sizeBytes, chunkList, finalizedAt, Optional.empty());
    }
}
