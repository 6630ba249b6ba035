package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;

/** The chunks are combined and verified, and the file was probed: it holds something we can play. */
@JsonClassDescription("The chunks are combined and verified, and the file was probed: it holds something we can play.")
public record SourceReady(
        @JsonPropertyDescription("Id of the video (UUIDv7); an upload and its video share it, and it is the record key")
        VideoId videoId,

        @JsonPropertyDescription(
                "Which run over the video's source this belongs to; 1 for the first, one more with each reprocessing")
        int generation,

        @JsonPropertyDescription("The combined source") ObjectRef object,
        @JsonPropertyDescription("What the file holds") SourceProbe probe,

        @JsonPropertyDescription("When, as written in the source marker")
        Instant readyAt)
        implements SourceEvent {}
