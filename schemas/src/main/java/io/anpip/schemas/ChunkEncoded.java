package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** All renditions of one chunk are stored and named by its marker. */
@JsonClassDescription("All renditions of one chunk are stored and named by its marker.")
public record ChunkEncoded(
        @JsonPropertyDescription("Id of the video (UUIDv7); an upload and its video share it, and it is the record key")
        VideoId videoId,

        @JsonPropertyDescription(
                "Which run over the video's source this belongs to; 1 for the first, one more with each reprocessing")
        int generation,

        @JsonPropertyDescription("The task that asked for it")
        String taskId,

        @JsonPropertyDescription("The encoding plan of this generation: ladder, grid and settings")
        ObjectRef plan,

        @JsonPropertyDescription("Index of the chunk, from 0")
        int chunkIndex,

        @JsonPropertyDescription("Frames in the chunk") int frameCount,

        @JsonPropertyDescription("Frames of the whole video")
        long totalFrames,

        @JsonPropertyDescription("The marker that names the chunk's objects")
        ObjectRef marker)
        implements RenditionEvent {

    @Override
    public String discriminator() {
        return taskId;
    }
}
