package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** Asks an encoder to make the files to save of a video whose renditions are all there. */
@JsonClassDescription("Asks an encoder to make the files to save of a video whose renditions are all there.")
public record MakeDownloads(
        @JsonPropertyDescription("Id of the video (UUIDv7); an upload and its video share it, and it is the record key")
        VideoId videoId,

        @JsonPropertyDescription(
                "Which run over the video's source this belongs to; 1 for the first, one more with each reprocessing")
        int generation,

        @JsonPropertyDescription("Id of the task, computed from video and generation")
        String taskId,

        @JsonPropertyDescription("The encoding plan of this generation: ladder, grid and settings")
        ObjectRef plan)
        implements EncodeTask {

    @Override
    public int part() {
        return 0;
    }

    @Override
    public Lane lane() {
        return Lane.BULK;
    }

    @Override
    public String discriminator() {
        return taskId;
    }
}
