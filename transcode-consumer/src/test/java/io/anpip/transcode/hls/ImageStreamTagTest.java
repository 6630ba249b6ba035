package io.anpip.transcode.hls;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.transcode.plan.ImageTiles;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImageStreamTagTest {

    @Test
    void namesThePlaylistWithThePeakOfItsSheets() {
        // The second sheet has two tiles of a second: 8 x 6000 bits in 2 s.
        assertThat(ImageStreamTag.of(tiles(Optional.of("images.m3u8"))))
                .isEqualTo("#EXT-X-IMAGE-STREAM-INF:BANDWIDTH=24000,CODECS=\"jpeg\",RESOLUTION=160x90,"
                        + "URI=\"images/images.m3u8\"\n");
    }

    @Test
    void isLeftOutWithoutAPlaylist() {
        assertThat(ImageStreamTag.of(tiles(Optional.empty()))).isEmpty();
    }

    private static ImageTiles tiles(Optional<String> playlist) {
        return new ImageTiles(
                playlist,
                List.of(new ImageTiles.Sheet("sheet-001.jpg", 20_000), new ImageTiles.Sheet("sheet-002.jpg", 6_000)),
                160,
                90,
                5,
                2,
                12,
                1);
    }
}
