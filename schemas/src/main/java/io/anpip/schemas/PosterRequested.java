package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.util.Optional;

/** A user has picked the frame that is to be the poster, or wants the automatic one back. */
@JsonClassDescription("A user has picked the frame that is to be the poster, or wants the automatic one back.")
public record PosterRequested(
        @JsonPropertyDescription("Id of the video (UUIDv7); an upload and its video share it, and it is the record key")
        VideoId videoId,

        @JsonPropertyDescription(
                "Which run over the video's source was the newest when it was asked for; the poster belongs to all runs")
        int generation,

        @JsonPropertyDescription("Counts what was asked for about the poster of this video, from 1; the highest stands")
        int revision,

        @JsonPropertyDescription(
                "The moment the picture shows, seconds from the start; absent: back to the automatic one")
        Optional<Double> timeSeconds,

        @JsonPropertyDescription("When") Instant requestedAt)
        implements UploadEvent {

    @Override
    public String discriminator() {
        return Integer.toString(revision);
    }
}
