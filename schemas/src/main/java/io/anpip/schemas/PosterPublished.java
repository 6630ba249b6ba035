package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.util.List;

/** The poster a user has picked is stored; it stands in place of the automatic one, in every run over the source. */
@JsonClassDescription(
        "The poster a user has picked is stored; it stands in place of the automatic one, in every run over the source.")
public record PosterPublished(
        @JsonPropertyDescription("Id of the video (UUIDv7); an upload and its video share it, and it is the record key")
        VideoId videoId,

        @JsonPropertyDescription(
                "Which run over the video's source was the newest when it was asked for; the poster belongs to all runs")
        int generation,

        @JsonPropertyDescription("Which request this answers; the highest stands")
        int revision,

        @JsonPropertyDescription("The moment the picture shows, seconds from the start")
        double timeSeconds,

        @JsonPropertyDescription("Posters, smallest first") List<Picture> posters,

        @JsonPropertyDescription("When, as written in the marker of the request")
        Instant endedAt)
        implements ThumbnailEvent {

    public PosterPublished {
        posters = List.copyOf(posters);
    }

    @Override
    public String discriminator() {
        return Integer.toString(revision);
    }
}
