package io.anpip.thumbnail.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureSizeTest {

    @ParameterizedTest
    @CsvSource({
        "1920, 1080,  160,  160, 90",
        "1080, 1920,  160,   90, 160",
        " 768,  432,  320,  320, 180",
        " 176,  144,  320,  176, 144",
        "3840,  800,  160,  160, 34",
        "5000,    4,  160,  160, 2",
        "   1,    1,  160,    2, 2"
    })
    void keepsTheShapeAndNeverGrows(int width, int height, int longSide, int fittedWidth, int fittedHeight) {
        assertThat(PictureSize.fitted(width, height, longSide)).isEqualTo(new PictureSize(fittedWidth, fittedHeight));
    }

    @Test
    void refusesSizesThatCannotBeSubsampled() {
        assertThatThrownBy(() -> new PictureSize(3, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
