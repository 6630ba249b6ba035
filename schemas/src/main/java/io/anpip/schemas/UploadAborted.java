package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;

/** An upload was given up before it was finalized; its objects go. */
@JsonClassDescription("An upload was given up before it was finalized; its objects go.")
public record UploadAborted(
        @JsonPropertyDescription("Id of the video (UUIDv7); an upload and its video share it, and it is the record key")
        VideoId videoId,

        @JsonPropertyDescription(
                "Which run over the video's source this belongs to; 1 for the first, one more with each reprocessing")
        int generation,

        @JsonPropertyDescription("Why, as a sentence") String reason,
        @JsonPropertyDescription("When") Instant abortedAt)
        implements UploadEvent {}
