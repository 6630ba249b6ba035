package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** Asks an encoder to take over the pictures of the source as they are, as the top rendition. */
@JsonClassDescription("Asks an encoder to take over the pictures of the source as they are, as the top rendition.")
public record CopyPicture(
        @JsonPropertyDescription("Id of the video (UUIDv7); an upload and its video share it, and it is the record key")
        VideoId videoId,

        @JsonPropertyDescription(
                "Which run over the video's source this belongs to; 1 for the first, one more with each reprocessing")
        int generation,

        @JsonPropertyDescription("Id of the task, computed from video, generation and rendition")
        String taskId,

        @JsonPropertyDescription("The encoding plan of this generation: ladder, grid and settings")
        ObjectRef plan,

        @JsonPropertyDescription("Name of the rendition, e.g. '720p'")
        String rendition)
        implements RenditionTask {

    /** Beside the first chunk, not behind it: playback begins with both. */
    @Override
    public int part() {
        return 1;
    }

    @Override
    public Lane lane() {
        return Lane.FAST;
    }

    @Override
    public String discriminator() {
        return taskId;
    }
}
