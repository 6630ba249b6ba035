package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;

/** The poster a user has picked could not be taken; the one before stays. */
@JsonClassDescription("The poster a user has picked could not be taken; the one before stays.")
public record PosterFailed(
        @JsonPropertyDescription("Id of the video (UUIDv7); an upload and its video share it, and it is the record key")
        VideoId videoId,

        @JsonPropertyDescription(
                "Which run over the video's source was the newest when it was asked for; the poster belongs to all runs")
        int generation,

        @JsonPropertyDescription("Which request this answers")
        int revision,

        @JsonPropertyDescription("Why, with a sentence for people")
        Failure failure,

        @JsonPropertyDescription("When, as written in the marker of the request")
        Instant endedAt)
        implements ThumbnailEvent {

    @Override
    public String discriminator() {
        return Integer.toString(revision);
    }
}
