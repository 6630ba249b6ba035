package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Optional;

/** Subtitles as published. */
@JsonClassDescription("Subtitles as published.")
public record SubtitleRendition(
        @JsonPropertyDescription("Name, e.g. 'text-0'") String name,

        @JsonPropertyDescription("BCP 47 tag, where the source names a language")
        Optional<String> language,

        @JsonPropertyDescription("What a player shows") String label,

        @JsonPropertyDescription("The whole as one WebVTT file")
        ObjectRef vtt) {}
