package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The ladder and the chunk grid of a video are decided. */
@JsonClassDescription("The ladder and the chunk grid of a video are decided.")
public record TranscodePlanned(
        @JsonPropertyDescription("Id of the video (UUIDv7); an upload and its video share it, and it is the record key")
        VideoId videoId,

        @JsonPropertyDescription(
                "Which run over the video's source this belongs to; 1 for the first, one more with each reprocessing")
        int generation,

        @JsonPropertyDescription("Frames of every rendition; 0 without a picture track")
        long frameCount,

        @JsonPropertyDescription("Frames per second of the grid")
        Optional<Rational> frameRate,

        @JsonPropertyDescription("Number of chunks") int chunkCount,

        @JsonPropertyDescription("Number of audio renditions")
        int audioTrackCount,

        @JsonPropertyDescription("The ladder, lowest first") List<PlannedRendition> renditions,
        @JsonPropertyDescription("When") Instant plannedAt)
        implements RenditionEvent {

    public TranscodePlanned {
        renditions = List.copyOf(renditions);
    }
}
