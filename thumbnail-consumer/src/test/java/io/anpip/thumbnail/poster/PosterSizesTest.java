package io.anpip.thumbnail.poster;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.thumbnail.frame.PictureSize;
import org.junit.jupiter.api.Test;

class PosterSizesTest {

    @Test
    void aLargeVideoHasTheUsualThree() {
        assertThat(PosterSizes.of(1920, 1080, 1280))
                .containsExactly(new PictureSize(320, 180), new PictureSize(640, 360), new PictureSize(1280, 720));
    }

    @Test
    void aSmallVideoHasThreeSmallerOnes() {
        assertThat(PosterSizes.of(176, 144, 1280))
                .containsExactly(new PictureSize(44, 36), new PictureSize(88, 72), new PictureSize(176, 144));
    }

    @Test
    void anUprightVideoIsMeasuredByItsHeight() {
        assertThat(PosterSizes.of(1080, 1920, 1280))
                .containsExactly(new PictureSize(180, 320), new PictureSize(360, 640), new PictureSize(720, 1280));
    }
}
