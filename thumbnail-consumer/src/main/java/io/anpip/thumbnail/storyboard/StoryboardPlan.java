package io.anpip.thumbnail.storyboard;

import io.anpip.thumbnail.frame.PictureSize;
import java.time.Duration;

/**
 * Which moments of a video are on its storyboard, and where.
 *
 * @param tile size of one tile
 * @param tileCount how many tiles there are, at least 1
 * @param interval time between two tiles, in whole milliseconds; all tiles together cover the video, because players compute a tile from
 *     a time by dividing
 * @param columns tiles in a row of a sheet
 * @param rows rows of a sheet
 * @param length length of the video
 */
public record StoryboardPlan(
        PictureSize tile, int tileCount, Duration interval, int columns, int rows, Duration length) {

    /**
     * What a storyboard may be.
     *
     * @param tileSize long side of a tile
     * @param maxTiles most tiles of a video
     * @param shortestInterval shortest time between two tiles
     * @param maxColumns most tiles in a row
     * @param maxRows most rows of a sheet
     */
    public record Limits(int tileSize, int maxTiles, Duration shortestInterval, int maxColumns, int maxRows) {}

    /** Plans for a video of this length, shown in this size. */
    public static StoryboardPlan of(Duration length, int displayWidth, int displayHeight, Limits limits) {
        long lengthMillis = Math.max(1, length.toMillis());
        long intervalMillis =
                Math.max(limits.shortestInterval().toMillis(), Math.ceilDiv(lengthMillis, limits.maxTiles()));
        // Rounded: a rest of less than half an interval lengthens the last tile's time instead of adding one for a
        // blink.
        int count = (int) Math.max(1, Math.round((double) lengthMillis / intervalMillis));
        // Players find a tile by dividing, so that rest must not fall beyond the last one.
        intervalMillis = Math.max(intervalMillis, Math.ceilDiv(lengthMillis, count));
        int columns = Math.min(count, limits.maxColumns());
        int rows = Math.min(Math.ceilDiv(count, columns), limits.maxRows());
        return new StoryboardPlan(
                PictureSize.fitted(displayWidth, displayHeight, limits.tileSize()),
                count,
                Duration.ofMillis(intervalMillis),
                columns,
                rows,
                Duration.ofMillis(lengthMillis));
    }

    /** Tiles that have room on a sheet. */
    public int tilesPerSheet() {
        return columns * rows;
    }

    /** Number of sheets. */
    public int sheetCount() {
        return Math.ceilDiv(tileCount, tilesPerSheet());
    }

    /** The sheet a tile is on, counted from 0. */
    public int sheetOf(int tile) {
        return tile / tilesPerSheet();
    }

    /** Pixels from the left edge of its sheet to a tile. */
    public int xOf(int tile) {
        return tile % tilesPerSheet() % columns * this.tile.width();
    }

    /** Pixels from the upper edge of its sheet to a tile. */
    public int yOf(int tile) {
        return tile % tilesPerSheet() / columns * this.tile.height();
    }

    /** How long the tiles of a sheet last together: of the last one to the end of the video. */
    public Duration lengthOfSheet(int sheet) {
        int first = sheet * tilesPerSheet();
        int last = Math.min(tileCount, first + tilesPerSheet()) - 1;
        return endOf(last).minus(startOf(first));
    }

    /** When the time of a tile begins. */
    public Duration startOf(int tile) {
        return interval.multipliedBy(tile);
    }

    /** When the time of a tile ends: where the next begins, and for the last one where the video ends. */
    public Duration endOf(int tile) {
        return tile == tileCount - 1 ? length : startOf(tile + 1);
    }

    /** File name of a sheet, counted from 0. */
    public static String sheetName(int sheet) {
        return String.format(java.util.Locale.ROOT, "sheet-%03d.jpg", sheet + 1);
    }
}
