package io.anpip.transcode.hls;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.transcode.Expected;
import io.anpip.transcode.Presentations;
import org.junit.jupiter.api.Test;

class MultivariantPlaylistTest {

    @Test
    void aCompleteVideoListsVariantsSoundAndKeyFrames() {
        assertThat(MultivariantPlaylist.complete(Presentations.film()))
                .isEqualTo(Expected.text("hls/film-master.m3u8"));
    }

    @Test
    void aGrowingVideoTellsCapsInPlaceOfRatesAndHasNoKeyFrames() {
        assertThat(MultivariantPlaylist.growing(Presentations.film())).isEqualTo(Expected.text("hls/film-event.m3u8"));
    }

    @Test
    void surroundSoundIsASecondGroupWithTheSameMembersAndSubtitlesAreAThird() {
        assertThat(MultivariantPlaylist.complete(Presentations.concert()))
                .isEqualTo(Expected.text("hls/concert-master.m3u8"));
    }

    @Test
    void soundAloneIsALadder() {
        assertThat(MultivariantPlaylist.complete(Presentations.sound()))
                .isEqualTo(Expected.text("hls/sound-master.m3u8"));
    }
}
