package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** A video can be watched from its beginning while the rest is made. */
@JsonClassDescription("A video can be watched from its beginning while the rest is made.")
public record VideoPlayable(
        @JsonPropertyDescription("Id of the video (UUIDv7); an upload and its video share it, and it is the record key")
        VideoId videoId,

        @JsonPropertyDescription(
                "Which run over the video's source this belongs to; 1 for the first, one more with each reprocessing")
        int generation,

        @JsonPropertyDescription("The status of the video at that moment")
        VideoDocument video)
        implements StatusEvent {}
