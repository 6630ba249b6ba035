package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** One chunk of an upload is stored and its size was checked against the store. */
@JsonClassDescription("One chunk of an upload is stored and its size was checked against the store.")
public record ChunkStored(
        @JsonPropertyDescription("Id of the video (UUIDv7); an upload and its video share it, and it is the record key")
        VideoId videoId,

        @JsonPropertyDescription(
                "Which run over the video's source this belongs to; 1 for the first, one more with each reprocessing")
        int generation,

        @JsonPropertyDescription("Number of the chunk, from 1")
        int chunkNumber,

        @JsonPropertyDescription("Number of chunks of the upload")
        int chunkCount,

        @JsonPropertyDescription("The chunk as an object") ObjectRef object)
        implements UploadEvent {

    @Override
    public String discriminator() {
        return chunkNumber + "|" + object.etag();
    }
}
