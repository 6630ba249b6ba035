package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.util.List;

/** The chapters of a video are known. */
@JsonClassDescription("The chapters of a video are known.")
public record ChaptersPublished(
        @JsonPropertyDescription("Id of the video (UUIDv7); an upload and its video share it, and it is the record key")
        VideoId videoId,

        @JsonPropertyDescription(
                "Which run over the video's source this belongs to; 1 for the first, one more with each reprocessing")
        int generation,

        @JsonPropertyDescription("Where they are from: 'CONTAINER' or 'AUTOMATIC'")
        String origin,

        @JsonPropertyDescription("The chapters in order; empty when the video has none")
        List<Chapter> items,

        @JsonPropertyDescription("WebVTT chapters file") ObjectRef vtt,

        @JsonPropertyDescription("The same as JSON, with signals and scores")
        ObjectRef json,

        @JsonPropertyDescription("When the stage reached this end, as written in its end marker")
        Instant endedAt)
        implements ChapterEvent {

    public ChaptersPublished {
        items = List.copyOf(items);
    }
}
