package io.anpip.thumbnail.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

class LookTest {

    private static final PictureSize SIZE = new PictureSize(160, 90);

    @Test
    void aBlackPictureIsWorthNothing() {
        assertThat(look((x, y) -> 3).score()).isZero();
    }

    @Test
    void aWhitePictureIsWorthNothing() {
        assertThat(look((x, y) -> 250).score()).isZero();
    }

    @Test
    void anEvenPictureIsWorthNothing() {
        assertThat(look((x, y) -> 128).score()).isZero();
    }

    @Test
    void aTitleOnBlackIsWorthLessThanAnyPicture() {
        Look title = look((x, y) -> y > 40 && y < 45 && x > 40 && x < 120 ? 235 : 0);
        Look soft = look((x, y) -> 60 + x);

        assertThat(title.score()).isLessThan(soft.score());
    }

    @Test
    void aSharpPictureIsWorthMoreThanTheSameOneBlurred() {
        IntBinaryOperator sharp = (x, y) -> (x / 5 + y / 5) % 2 == 0 ? 60 : 190;
        IntBinaryOperator blurred = (x, y) -> mean(sharp, x, y);

        assertThat(look(sharp).sharpness()).isGreaterThan(3 * look(blurred).sharpness());
        assertThat(look(sharp).score()).isGreaterThan(look(blurred).score() * 1.1);
    }

    @Test
    void measuresMeanAndDeviation() {
        Look look = look((x, y) -> x < 80 ? 100 : 140);

        assertThat(look.brightness()).isEqualTo(120);
        assertThat(look.contrast()).isEqualTo(20, within(0.001));
    }

    private static Look look(IntBinaryOperator shade) {
        byte[] samples = new byte[SIZE.area()];
        for (int y = 0; y < SIZE.height(); y++) {
            for (int x = 0; x < SIZE.width(); x++) {
                samples[y * SIZE.width() + x] = (byte) shade.applyAsInt(x, y);
            }
        }
        return Look.of(new GrayPicture(SIZE, samples));
    }

    private static int mean(IntBinaryOperator shade, int x, int y) {
        int sum = 0;
        for (int dy = -2; dy <= 2; dy++) {
            for (int dx = -2; dx <= 2; dx++) {
                sum += shade.applyAsInt(x + dx + 10, y + dy + 10);
            }
        }
        return sum / 25;
    }
}
