package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Optional;

/** One subtitle track is stored as WebVTT and named by its marker, or is left out for good. */
@JsonClassDescription("One subtitle track is stored as WebVTT and named by its marker, or is left out for good.")
public record SubtitlesEncoded(
        @JsonPropertyDescription("Id of the video (UUIDv7); an upload and its video share it, and it is the record key")
        VideoId videoId,

        @JsonPropertyDescription(
                "Which run over the video's source this belongs to; 1 for the first, one more with each reprocessing")
        int generation,

        @JsonPropertyDescription("The task that asked for it")
        String taskId,

        @JsonPropertyDescription("The encoding plan of this generation: ladder, grid and settings")
        ObjectRef plan,

        @JsonPropertyDescription("Which subtitle rendition, from 0")
        int trackIndex,

        @JsonPropertyDescription("The marker that names its objects")
        ObjectRef marker,

        @JsonPropertyDescription("Why the video goes without it, if it does: a sentence for people")
        Optional<String> leftOut)
        implements RenditionEvent {

    @Override
    public String discriminator() {
        return taskId;
    }
}
