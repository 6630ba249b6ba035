package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** Asks an encoder to make all renditions of one range of frames. */
@JsonClassDescription("Asks an encoder to make all renditions of one range of frames.")
public record EncodeChunk(
        @JsonPropertyDescription("Id of the video (UUIDv7); an upload and its video share it, and it is the record key")
        VideoId videoId,

        @JsonPropertyDescription(
                "Which run over the video's source this belongs to; 1 for the first, one more with each reprocessing")
        int generation,

        @JsonPropertyDescription("Id of the task, computed from video, generation and range")
        String taskId,

        @JsonPropertyDescription("The encoding plan of this generation: ladder, grid and settings")
        ObjectRef plan,

        @JsonPropertyDescription("Index of the chunk, from 0")
        int chunkIndex,

        @JsonPropertyDescription("Number of chunks of the video")
        int chunkCount,

        @JsonPropertyDescription("First frame on the video's constant-rate grid")
        long firstFrame,

        @JsonPropertyDescription("Number of frames") int frameCount)
        implements RenditionTask {

    /** About a minute: the first chunk is shorter than the others. */
    private static final int CHUNKS_OF_A_SHORT_VIDEO = 3;

    @Override
    public int part() {
        return chunkIndex;
    }

    /** The first chunk is what playback begins with; of a short video every chunk is quick. */
    @Override
    public Lane lane() {
        return chunkIndex == 0 || chunkCount <= CHUNKS_OF_A_SHORT_VIDEO ? Lane.FAST : Lane.BULK;
    }

    @Override
    public String discriminator() {
        return taskId;
    }
}
