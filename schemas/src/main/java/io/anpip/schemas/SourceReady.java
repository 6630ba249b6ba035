package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.util.Optional;

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
        Instant readyAt,

        @JsonPropertyDescription(
                "Name of the encoding profile the user chose, e.g. 'quality'; the default one where absent")
        Optional<String> profile)
        implements SourceEvent {
    /** Without what is optional and came later. */
    public SourceReady(VideoId videoId, int generation, ObjectRef object, SourceProbe probe, Instant readyAt) {
        this(videoId, generation, object, probe, readyAt, Optional.empty());
    }
}
