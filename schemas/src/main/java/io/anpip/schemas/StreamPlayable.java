package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;

/** The beginning of the video can be played while the rest is still encoded. */
@JsonClassDescription("The beginning of the video can be played while the rest is still encoded.")
public record StreamPlayable(
        @JsonPropertyDescription("Id of the video (UUIDv7); an upload and its video share it, and it is the record key")
        VideoId videoId,

        @JsonPropertyDescription(
                "Which run over the video's source this belongs to; 1 for the first, one more with each reprocessing")
        int generation,

        @JsonPropertyDescription("HLS multivariant playlist whose media playlists grow")
        ObjectRef hls,

        @JsonPropertyDescription("When") Instant playableAt)
        implements RenditionEvent {}
