package io.anpip.thumbnail.storyboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ImagePlaylistTest {

    @Test
    void everySheetIsASegmentThatSaysHowItIsTiled() {
        var limits = new StoryboardPlan.Limits(160, 200, Duration.ofSeconds(1), 2, 1);

        assertThat(ImagePlaylist.of(StoryboardPlan.of(Duration.ofMillis(3400), 1920, 1080, limits)))
                .isEqualTo("""
                        #EXTM3U
                        #EXT-X-VERSION:7
                        #EXT-X-TARGETDURATION:3
                        #EXT-X-MEDIA-SEQUENCE:1
                        #EXT-X-PLAYLIST-TYPE:VOD
                        #EXT-X-IMAGES-ONLY
                        #EXTINF:2.268,
                        #EXT-X-TILES:RESOLUTION=160x90,LAYOUT=2x1,DURATION=1.134
                        sheet-001.jpg
                        #EXTINF:1.132,
                        #EXT-X-TILES:RESOLUTION=160x90,LAYOUT=2x1,DURATION=1.134
                        sheet-002.jpg
                        #EXT-X-ENDLIST
                        """);
    }
}
