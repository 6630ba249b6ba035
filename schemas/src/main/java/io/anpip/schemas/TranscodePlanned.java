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
        @JsonPropertyDescription("When") Instant plannedAt,

        @JsonPropertyDescription("Name of the encoding profile, e.g. 'default'")
        Optional<String> profile,

        @JsonPropertyDescription("Steps of the ladder that are not made, and why")
        Optional<List<LeftOutRendition>> leftOut,

        @JsonPropertyDescription("Number of subtitle renditions")
        Optional<Integer> subtitleCount)
        implements RenditionEvent {

    public TranscodePlanned {
        renditions = List.copyOf(renditions);
        leftOut = leftOut.map(List::copyOf);
    }

    /** Without what is optional and came later. */
    public TranscodePlanned(
            VideoId videoId,
            int generation,
            long frameCount,
            Optional<Rational> frameRate,
            int chunkCount,
            int audioTrackCount,
            List<PlannedRendition> renditions,
            Instant plannedAt) {
        this(
                videoId,
                generation,
                frameCount,
                frameRate,
                chunkCount,
                audioTrackCount,
                renditions,
                plannedAt,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
