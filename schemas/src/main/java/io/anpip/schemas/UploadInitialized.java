package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.util.Optional;

/** A client has announced an upload and was given its id. */
@JsonClassDescription("A client has announced an upload and was given its id.")
public record UploadInitialized(
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

        @JsonPropertyDescription("Size of every chunk but the last, in bytes")
        long chunkSizeBytes,

        @JsonPropertyDescription("Number of chunks") int chunkCount,

        @JsonPropertyDescription("When the upload was announced")
        Instant createdAt,

        @JsonPropertyDescription("When an unfinished upload is given up")
        Instant expiresAt,

        @JsonPropertyDescription(
                "Name of the encoding profile the user chose, e.g. 'quality'; the default one where absent")
        Optional<String> profile)
        implements UploadEvent {
    /** Without what is optional and came later. */
    public UploadInitialized(
            VideoId videoId,
            int generation,
            String filename,
            Optional<String> title,
            String contentType,
            long sizeBytes,
            long chunkSizeBytes,
            int chunkCount,
            Instant createdAt,
            Instant expiresAt) {
        this(
                videoId,
                generation,
                filename,
                title,
                contentType,
                sizeBytes,
                chunkSizeBytes,
                chunkCount,
                createdAt,
                expiresAt,
                Optional.empty());
    }
}
