package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;

/** Lists the chunks of a finalized upload in order; stored as an object, because ten thousand of them do not fit a record. */
@JsonClassDescription(
        "Lists the chunks of a finalized upload in order; stored as an object, because ten thousand of them do not fit a record.")
public record ChunkList(
        @JsonPropertyDescription("The upload") VideoId videoId,

        @JsonPropertyDescription("Sum of the sizes of all chunks, in bytes")
        long sizeBytes,

        @JsonPropertyDescription("The chunks in file order") List<ObjectRef> chunks) {

    public ChunkList {
        chunks = List.copyOf(chunks);
    }
}
