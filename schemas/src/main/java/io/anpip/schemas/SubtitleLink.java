package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Optional;

/** Subtitles to show. */
@JsonClassDescription("Subtitles to show.")
public record SubtitleLink(
        @JsonPropertyDescription("Path of the WebVTT file") String url,

        @JsonPropertyDescription("BCP 47 tag, where the source names a language")
        Optional<String> language,

        @JsonPropertyDescription("What a player shows") String label) {}
