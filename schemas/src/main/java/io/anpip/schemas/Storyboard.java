package io.anpip.schemas;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import java.util.Optional;

/** Small pictures of a video at regular times, tiled on sheets. */
@JsonClassDescription("Small pictures of a video at regular times, tiled on sheets.")
public record Storyboard(
        @JsonPropertyDescription("WebVTT file whose cues name a sheet and a rectangle (#xywh)")
        ObjectRef vtt,

        @JsonPropertyDescription("The sheets in order") List<ObjectRef> sheets,

        @JsonPropertyDescription("Width of a tile in pixels")
        int tileWidth,

        @JsonPropertyDescription("Height of a tile in pixels")
        int tileHeight,

        @JsonPropertyDescription("Tiles in a row of a sheet")
        int columns,

        @JsonPropertyDescription("Rows of a sheet") int rows,
        @JsonPropertyDescription("Number of tiles in all") int tileCount,

        @JsonPropertyDescription("Time between two tiles, seconds")
        double intervalSeconds,

        @JsonPropertyDescription("The same as JSON: tiles with times and rectangles")
        Optional<ObjectRef> json,

        @JsonPropertyDescription("HLS image media playlist of the sheets")
        Optional<ObjectRef> imagePlaylist) {

    public Storyboard {
        sheets = List.copyOf(sheets);
    }

    /** Without what is optional and came later. */
    public Storyboard(
            ObjectRef vtt,
            List<ObjectRef> sheets,
            int tileWidth,
            int tileHeight,
            int columns,
            int rows,
            int tileCount,
            double intervalSeconds) {
        this(
                vtt,
                sheets,
                tileWidth,
                tileHeight,
                columns,
                rows,
                tileCount,
                intervalSeconds,
                Optional.empty(),
                Optional.empty());
    }
}
