package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Posters, storyboard and preview of a video are stored. */
@JsonClassDescription("Posters, storyboard and preview of a video are stored.")
public record ThumbnailsPublished(
        @JsonPropertyDescription("Id of the video (UUIDv7); an upload and its video share it, and it is the record key")
        VideoId videoId,

        @JsonPropertyDescription(
                "Which run over the video's source this belongs to; 1 for the first, one more with each reprocessing")
        int generation,

        @JsonPropertyDescription("Posters, smallest first") List<Picture> posters,
        @JsonPropertyDescription("Seek-bar previews") Optional<Storyboard> storyboard,
        @JsonPropertyDescription("Short animated preview") Optional<ObjectRef> preview,

        @JsonPropertyDescription("When the stage reached this end, as written in its end marker")
        Instant endedAt)
        implements ThumbnailEvent {

    public ThumbnailsPublished {
        posters = List.copyOf(posters);
    }
}
