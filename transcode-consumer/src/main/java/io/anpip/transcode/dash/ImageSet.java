package io.anpip.transcode.dash;

import io.anpip.transcode.plan.ImageTiles;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Writes the adaptation set of the seek pictures: tiled thumbnails after DASH-IF IOP 4.3, section 6.2.6. */
final class ImageSet {

    private static final int TIMESCALE = 1000;

    private ImageSet() {}

    /** Writes nothing when the names of the sheets can't be told by a template. */
    static void write(XmlText xml, ImageTiles images, BigDecimal periodSeconds) {
        List<String> names =
                images.sheets().stream().map(ImageTiles.Sheet::name).toList();
        NumberedNames.template(names).ifPresent(template -> write(xml, images, periodSeconds, template));
    }

    private static void write(XmlText xml, ImageTiles images, BigDecimal periodSeconds, String template) {
        xml.open("AdaptationSet").attribute("contentType", "image").attribute("mimeType", "image/jpeg");
        xml.open("SegmentTemplate")
                .attribute("timescale", TIMESCALE)
                .attribute("duration", sheetMillis(images, periodSeconds))
                .attribute("media", "$RepresentationID$/" + template)
                .attribute("startNumber", "1")
                .close();
        xml.open("Representation")
                .attribute("id", ImageTiles.FOLDER)
                .attribute("bandwidth", images.peakBps())
                .attribute("width", (long) images.columns() * images.tileWidth())
                .attribute("height", (long) images.rows() * images.tileHeight());
        xml.open("EssentialProperty")
                .attribute("schemeIdUri", "http://dashif.org/guidelines/thumbnail_tile")
                .attribute("value", images.columns() + "x" + images.rows())
                .close();
        xml.close().close();
    }

    /**
     * The time of a sheet. Players compute how many sheets there are from the length of the period, and where a tile is from the time of
     * a sheet: so the tiles must not end before the period, which the grid of frames may have made a little longer than the source.
     */
    private static long sheetMillis(ImageTiles images, BigDecimal periodSeconds) {
        long planned = Math.round(TIMESCALE * images.intervalSeconds() * images.tilesPerSheet());
        long needed = periodSeconds
                .multiply(BigDecimal.valueOf((long) TIMESCALE * images.tilesPerSheet()))
                .divide(BigDecimal.valueOf(images.tileCount()), 0, RoundingMode.CEILING)
                .longValueExact();
        return Math.max(planned, needed);
    }
}
