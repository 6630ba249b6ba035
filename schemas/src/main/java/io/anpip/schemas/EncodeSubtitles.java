package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** Asks an encoder to make WebVTT of one text subtitle track, whole. */
@JsonClassDescription("Asks an encoder to make WebVTT of one text subtitle track, whole.")
public record EncodeSubtitles(
        @JsonPropertyDescription("Id of the video (UUIDv7); an upload and its video share it, and it is the record key")
        VideoId videoId,

        @JsonPropertyDescription(
                "Which run over the video's source this belongs to; 1 for the first, one more with each reprocessing")
        int generation,

        @JsonPropertyDescription("Id of the task, computed from video, generation and track")
        String taskId,

        @JsonPropertyDescription("The encoding plan of this generation: ladder, grid and settings")
        ObjectRef plan,

        @JsonPropertyDescription("Which of the plan's subtitle renditions, from 0")
        int trackIndex)
        implements RenditionTask {

    @Override
    public int part() {
        return trackIndex;
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
