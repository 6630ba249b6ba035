package io.anpip.transcode.dash;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.transcode.Presentations;
import io.anpip.transcode.plan.ImageTiles;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class ImageSetTest {

    @Test
    void theSheetsAreAnAdaptationSetOfTiledPictures() {
        // 14.014 s, a tile a second and 10 on a sheet.
        assertThat(DashManifest.write(
                        Presentations.film(), Optional.of(tiles(15, 1, "sheet-001.jpg", "sheet-002.jpg"))))
                .endsWith("""
                            </AdaptationSet>
                            <AdaptationSet contentType="image" mimeType="image/jpeg">
                              <SegmentTemplate timescale="1000" duration="10000" media="$RepresentationID$/sheet-$Number%03d$.jpg" startNumber="1"/>
                              <Representation id="images" bandwidth="32000" width="800" height="180">
                                <EssentialProperty schemeIdUri="http://dashif.org/guidelines/thumbnail_tile" value="5x2"/>
                              </Representation>
                            </AdaptationSet>
                          </Period>
                        </MPD>
                        """);
    }

    @Test
    void theSheetsReachToTheEndOfThePeriod() {
        // The tiles end at 14 s, and the period 14 ms later: a player must not look for a third sheet.
        Element template = imageTemplate(tiles(20, 0.7, "00001.jpg", "00002.jpg"));

        assertThat(template.getAttribute("media")).isEqualTo("$RepresentationID$/$Number%05d$.jpg");
        assertThat(Long.parseLong(template.getAttribute("duration"))).isEqualTo(7007);
    }

    @Test
    void namesThatDoNotCountAreNotTold() {
        assertThat(DashManifest.write(Presentations.film(), Optional.of(tiles(15, 1, "a1.jpg", "b2.jpg"))))
                .isEqualTo(DashManifest.write(Presentations.film()));
    }

    private static Element imageTemplate(ImageTiles tiles) {
        String manifest = DashManifest.write(Presentations.film(), Optional.of(tiles));
        try {
            var sets = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8)))
                    .getElementsByTagName("AdaptationSet");
            Element last = (Element) sets.item(sets.getLength() - 1);
            assertThat(last.getAttribute("contentType")).isEqualTo("image");
            return (Element) last.getElementsByTagName("SegmentTemplate").item(0);
        } catch (Exception notXml) {
            throw new AssertionError(manifest, notXml);
        }
    }

    private static ImageTiles tiles(int count, double interval, String... names) {
        List<ImageTiles.Sheet> sheets = java.util.Arrays.stream(names)
                .map(name -> new ImageTiles.Sheet(name, 20_000))
                .toList();
        return new ImageTiles(Optional.of("images.m3u8"), sheets, 160, 90, 5, 2, count, interval);
    }
}
