package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** The files to save of a video are stored and named by their marker. */
@JsonClassDescription("The files to save of a video are stored and named by their marker.")
public record DownloadsMade(
        @JsonPropertyDescription("Id of the video (UUIDv7); an upload and its video share it, and it is the record key")
        VideoId videoId,

        @JsonPropertyDescription(
                "Which run over the video's source this belongs to; 1 for the first, one more with each reprocessing")
        int generation,

        @JsonPropertyDescription("The task that asked for them")
        String taskId,

        @JsonPropertyDescription("The encoding plan of this generation: ladder, grid and settings")
        ObjectRef plan,

        @JsonPropertyDescription("The marker that names the files")
        ObjectRef marker)
        implements RenditionEvent {

    @Override
    public String discriminator() {
        return taskId;
    }
}
