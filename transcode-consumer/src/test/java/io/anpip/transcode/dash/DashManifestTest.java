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
    void soundAloneHasNoPictureSet() {
        assertThat(DashManifest.write(Presentations.sound()))
                .contains("mediaPresentationDuration=\"PT10.005333S\"")
                .contains("contentType=\"audio\"")
                .doesNotContain("contentType=\"video\"");
    }
}
