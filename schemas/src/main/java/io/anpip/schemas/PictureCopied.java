package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** The rendition that takes over the pictures of the source is stored and named by its marker. */
@JsonClassDescription("The rendition that takes over the pictures of the source is stored and named by its marker.")
public record PictureCopied(
        @JsonPropertyDescription("Id of the video (UUIDv7); an upload and its video share it, and it is the record key")
        VideoId videoId,

        @JsonPropertyDescription(
                "Which run over the video's source this belongs to; 1 for the first, one more with each reprocessing")
        int generation,

        @JsonPropertyDescription("The task that asked for it")
        String taskId,

        @JsonPropertyDescription("The encoding plan of this generation: ladder, grid and settings")
        ObjectRef plan,

        @JsonPropertyDescription("Name of the rendition, e.g. '720p'")
        String rendition,

        @JsonPropertyDescription("The marker that names its objects")
        ObjectRef marker)
        implements RenditionEvent {

    @Override
    public String discriminator() {
        return taskId;
    }
}
