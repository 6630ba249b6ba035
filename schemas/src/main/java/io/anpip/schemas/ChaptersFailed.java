package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;

/** The chapters of a video could not be made; the video itself is not affected. */
@JsonClassDescription("The chapters of a video could not be made; the video itself is not affected.")
public record ChaptersFailed(
        @JsonPropertyDescription("Id of the video (UUIDv7); an upload and its video share it, and it is the record key")
        VideoId videoId,

        @JsonPropertyDescription(
                "Which run over the video's source this belongs to; 1 for the first, one more with each reprocessing")
        int generation,

        @JsonPropertyDescription("Why, with a sentence for people")
        Failure failure,

        @JsonPropertyDescription("When the stage reached this end, as written in its end marker")
        Instant endedAt)
        implements ChapterEvent {}
