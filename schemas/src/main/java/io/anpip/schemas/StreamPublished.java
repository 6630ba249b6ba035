package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The whole video is published as HLS and DASH. */
@JsonClassDescription("The whole video is published as HLS and DASH.")
public record StreamPublished(
        @JsonPropertyDescription("Id of the video (UUIDv7); an upload and its video share it, and it is the record key")
        VideoId videoId,

        @JsonPropertyDescription(
                "Which run over the video's source this belongs to; 1 for the first, one more with each reprocessing")
        int generation,

        @JsonPropertyDescription("HLS multivariant playlist")
        ObjectRef hls,

        @JsonPropertyDescription("DASH manifest") ObjectRef dash,
        @JsonPropertyDescription("Length in seconds") double durationSeconds,

        @JsonPropertyDescription("Width of the largest rendition as shown, 0 without picture")
        int width,

        @JsonPropertyDescription("Height of the largest rendition, 0 without picture")
        int height,

        @JsonPropertyDescription("Frames per second") Optional<Rational> frameRate,

        @JsonPropertyDescription("What was made, lowest first")
        List<Rendition> renditions,

        @JsonPropertyDescription("When the stage reached this end, as written in its end marker")
        Instant endedAt,

        @JsonPropertyDescription("Subtitles, in the order of the source")
        Optional<List<SubtitleRendition>> subtitles,

        @JsonPropertyDescription("Files to save, where asked for")
        Optional<List<Download>> downloads)
        implements RenditionEvent {

    public StreamPublished {
        renditions = List.copyOf(renditions);
        subtitles = subtitles.map(List::copyOf);
        downloads = downloads.map(List::copyOf);
    }

    /** Without what is optional and came later. */
    public StreamPublished(
            VideoId videoId,
            int generation,
            ObjectRef hls,
            ObjectRef dash,
            double durationSeconds,
            int width,
            int height,
            Optional<Rational> frameRate,
            List<Rendition> renditions,
            Instant endedAt) {
        this(
                videoId,
                generation,
                hls,
                dash,
                durationSeconds,
                width,
                height,
                frameRate,
                renditions,
                endedAt,
                Optional.empty(),
                Optional.empty());
    }
}
