package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** What the stream shows while a user seeks is settled: the sheets of the storyboard lie in its folder, or it has none. */
@JsonClassDescription(
        "What the stream shows while a user seeks is settled: the sheets of the storyboard lie in its folder, or it has none.")
public record ImagesAdded(
        @JsonPropertyDescription("Id of the video (UUIDv7); an upload and its video share it, and it is the record key")
        VideoId videoId,

        @JsonPropertyDescription(
                "Which run over the video's source this belongs to; 1 for the first, one more with each reprocessing")
        int generation,

        @JsonPropertyDescription("Number of sheets, 0 without a storyboard")
        int sheetCount,

        @JsonPropertyDescription("The marker that names them")
        ObjectRef marker)
        implements RenditionEvent {}
