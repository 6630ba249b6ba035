package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import java.util.Optional;

/** Seek-bar previews to show. */
@JsonClassDescription("Seek-bar previews to show.")
public record StoryboardLink(
        @JsonPropertyDescription("Path of the WebVTT file") String vtt,
        @JsonPropertyDescription("Paths of the sheets") List<String> sheets,

        @JsonPropertyDescription("Width of a tile in pixels")
        int tileWidth,

        @JsonPropertyDescription("Height of a tile in pixels")
        int tileHeight,

        @JsonPropertyDescription("Time between two tiles, seconds")
        double intervalSeconds,

        @JsonPropertyDescription("Path of the same as JSON") Optional<String> json) {

    public StoryboardLink {
        sheets = List.copyOf(sheets);
    }

    /** Without what is optional and came later. */
    public StoryboardLink(String vtt, List<String> sheets, int tileWidth, int tileHeight, double intervalSeconds) {
        this(vtt, sheets, tileWidth, tileHeight, intervalSeconds, Optional.empty());
    }
}
