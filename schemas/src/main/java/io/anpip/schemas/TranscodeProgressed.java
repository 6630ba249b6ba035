package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** How far an encoder is with its chunk; sent at most about once a second. */
@JsonClassDescription("How far an encoder is with its chunk; sent at most about once a second.")
public record TranscodeProgressed(
        @JsonPropertyDescription("Id of the video (UUIDv7); an upload and its video share it, and it is the record key")
        VideoId videoId,

        @JsonPropertyDescription(
                "Which run over the video's source this belongs to; 1 for the first, one more with each reprocessing")
        int generation,

        @JsonPropertyDescription("Index of the chunk, from 0")
        int chunkIndex,

        @JsonPropertyDescription("Frames of this chunk encoded so far")
        int framesDone,

        @JsonPropertyDescription("Frames of the whole video")
        long totalFrames)
        implements RenditionEvent {

    @Override
    public String discriminator() {
        return chunkIndex + "|" + framesDone;
    }
}
