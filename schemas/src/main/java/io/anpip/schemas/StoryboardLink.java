package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;

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
        double intervalSeconds) {

    public StoryboardLink {
        sheets = List.copyOf(sheets);
    }
}
