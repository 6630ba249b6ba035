package io.anpip.transcode.dash;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.transcode.Expected;
import io.anpip.transcode.Presentations;
import org.junit.jupiter.api.Test;

class DashManifestTest {

    @Test
    void pictureAndSoundAreAdaptationSetsWithExactTimelines() {
        assertThat(DashManifest.write(Presentations.film())).isEqualTo(Expected.text("dash/film.mpd"));
    }

    @Test
    void surroundSoundDescriptionsAndSubtitlesAreSetsOfTheirOwn() {
        assertThat(DashManifest.write(Presentations.concert())).isEqualTo(Expected.text("dash/concert.mpd"));
    }

    @Test
    void soundAloneHasNoPictureSet() {
        assertThat(DashManifest.write(Presentations.sound()))
                .contains("mediaPresentationDuration=\"PT10.005333S\"")
                .contains("contentType=\"audio\"")
                .containsSubsequence("id=\"audio-0-64k\"", "id=\"audio-0\"", "id=\"audio-0-160k\"")
                .containsOnlyOnce("<AdaptationSet")
                .doesNotContain("contentType=\"video\"");
    }
}
