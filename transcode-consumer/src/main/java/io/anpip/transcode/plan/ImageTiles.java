package io.anpip.transcode.plan;

import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.Storyboard;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The sheets of small pictures a stream shows while a user seeks, as they lie in the folder {@link #FOLDER} of the stream. All sheets
 * have the same grid; on the last one places may be empty.
 *
 * @param playlist name of the HLS playlist of the sheets, if there is one
 * @param sheets in order
 * @param tileWidth width of a tile in pixels
 * @param tileHeight height of a tile in pixels
 * @param columns tiles in a row
 * @param rows rows of a sheet
 * @param tileCount tiles in all
 * @param intervalSeconds time between two tiles
 */
public record ImageTiles(
        Optional<String> playlist,
        List<Sheet> sheets,
        int tileWidth,
        int tileHeight,
        int columns,
        int rows,
        int tileCount,
        double intervalSeconds) {

    /** The folder of the pictures, and the name of their representation. */
    public static final String FOLDER = "images";

    /** A sheet: name of its file, and how large that is. */
    public record Sheet(String name, long sizeBytes) {}

    public ImageTiles {
        sheets = List.copyOf(sheets);
    }

    /** The sheets of a storyboard, under the names they have there. */
    public static ImageTiles of(Storyboard storyboard) {
        return new ImageTiles(
                storyboard.imagePlaylist().map(ImageTiles::nameOf),
                storyboard.sheets().stream()
                        .map(sheet -> new Sheet(nameOf(sheet), sheet.sizeBytes()))
                        .toList(),
                storyboard.tileWidth(),
                storyboard.tileHeight(),
                storyboard.columns(),
                storyboard.rows(),
                storyboard.tileCount(),
                storyboard.intervalSeconds());
    }

    /** The name of an object's file: what comes after the last slash of its key. */
    public static String nameOf(ObjectRef object) {
        return object.key().substring(object.key().lastIndexOf('/') + 1);
    }

    /** Tiles that have room on a sheet. */
    public int tilesPerSheet() {
        return columns * rows;
    }

    /** The most bits a second that reading the sheets as their time comes takes. */
    public long peakBps() {
        return IntStream.range(0, sheets.size())
                .mapToLong(index -> {
                    int tiles = Math.min(tilesPerSheet(), tileCount - index * tilesPerSheet());
                    return (long) Math.ceil(8 * sheets.get(index).sizeBytes() / (tiles * intervalSeconds));
                })
                .max()
                .orElse(0);
    }
}
