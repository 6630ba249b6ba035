package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.util.Optional;

/** The video can't be transcoded in this generation. */
@JsonClassDescription("The video can't be transcoded in this generation.")
public record TranscodeFailed(
        @JsonPropertyDescription("Id of the video (UUIDv7); an upload and its video share it, and it is the record key")
        VideoId videoId,

        @JsonPropertyDescription(
                "Which run over the video's source this belongs to; 1 for the first, one more with each reprocessing")
        int generation,

        @JsonPropertyDescription("Why, with a sentence for people")
        Failure failure,

        @JsonPropertyDescription("When the stage reached this end, as written in its end marker")
        Instant endedAt,

        @JsonPropertyDescription("The task that could not be done, if it was one")
        Optional<String> taskId)
        implements RenditionEvent {

    /** Not for a task. */
    public TranscodeFailed(VideoId videoId, int generation, Failure failure, Instant endedAt) {
        this(videoId, generation, failure, endedAt, Optional.empty());
    }
}
