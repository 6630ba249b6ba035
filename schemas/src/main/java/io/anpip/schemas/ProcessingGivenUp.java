package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;

/** Work on a video stood still, was issued again as often as that is done, and is given up. */
@JsonClassDescription("Work on a video stood still, was issued again as often as that is done, and is given up.")
public record ProcessingGivenUp(
        @JsonPropertyDescription("Id of the video (UUIDv7); an upload and its video share it, and it is the record key")
        VideoId videoId,

        @JsonPropertyDescription(
                "Which run over the video's source this belongs to; 1 for the first, one more with each reprocessing")
        int generation,

        @JsonPropertyDescription("Why") Failure failure,
        @JsonPropertyDescription("When") Instant givenUpAt)
        implements UploadEvent {}
