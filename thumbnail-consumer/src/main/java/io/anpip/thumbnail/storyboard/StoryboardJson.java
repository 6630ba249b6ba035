package io.anpip.thumbnail.storyboard;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.anpip.schemas.EventCodec;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The storyboard for programs, in the shape of Mux's {@code storyboard.json}; times in seconds, places in pixels, addresses beside the
 * file. That shape has one sheet: a storyboard of several says of each tile on which it is.
 *
 * @param url the first sheet
 * @param duration length of the video
 */
public record StoryboardJson(
        String url,
        @JsonProperty("tile_width") int tileWidth,
        @JsonProperty("tile_height") int tileHeight,
        double duration,
        List<Tile> tiles) {

    public StoryboardJson {
        tiles = List.copyOf(tiles);
    }

    /** A tile: when its time begins, and where it is. */
    public record Tile(double start, String url, int x, int y) {}

    /** The document for a plan. */
    public static StoryboardJson of(StoryboardPlan plan) {
        return new StoryboardJson(
                StoryboardPlan.sheetName(0),
                plan.tile().width(),
                plan.tile().height(),
                seconds(plan.length()),
                IntStream.range(0, plan.tileCount())
                        .mapToObj(tile -> new Tile(
                                seconds(plan.startOf(tile)),
                                StoryboardPlan.sheetName(plan.sheetOf(tile)),
                                plan.xOf(tile),
                                plan.yOf(tile)))
                        .toList());
    }

    /** The file. */
    public byte[] toBytes() {
        return EventCodec.encodeDocument(this);
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
