package io.anpip.transcode.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.schemas.Rational;
import io.anpip.transcode.Sources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameRatesTest {

    @ParameterizedTest
    @CsvSource({
        "25, 1, 25, 1",
        "50, 2, 25, 1",
        "30000, 1001, 30000, 1001",
        "14, 1, 14, 1",
        "25, 2, 25, 2",
        "29999, 1000, 30, 1",
        "2997, 100, 30000, 1001",
        "23976, 1000, 24000, 1001",
        "120, 1, 60, 1",
        "120000, 1001, 60000, 1001",
        "240, 1, 60, 1",
        "144, 1, 36, 1",
        "1, 1, 10, 1",
        "0, 1, 25, 1",
        "19001317, 1000003, 20, 1",
    })
    void aConstantRateIsKeptWhereItIsSane(long numerator, long denominator, long chosen, long per) {
        Rational rate = new Rational(numerator, denominator);

        assertThat(FrameRates.choose(Sources.video(640, 360, rate, 10))).isEqualTo(new Rational(chosen, per));
    }

    @ParameterizedTest
    @CsvSource({
        "3550, 251, 15, 1",
        "14, 1, 15, 1",
        "297, 10, 30000, 1001",
        "2995, 100, 30000, 1001",
        "47, 1, 48, 1",
        "3, 1, 10, 1",
        "90, 1, 48, 1",
        "1000, 1, 30, 1",
    })
    void aVariableRateBecomesTheNaturalRateNextToItsAverage(long numerator, long denominator, long chosen, long per) {
        Rational average = new Rational(numerator, denominator);

        assertThat(FrameRates.choose(Sources.variable(Sources.video(640, 360, 10), average)))
                .isEqualTo(new Rational(chosen, per));
    }

    /** Whole pictures come twice as often as fields; a file that keeps fields apart says their rate itself. */
    @ParameterizedTest
    @CsvSource({
        "25, 1, 50, 1",
        "30000, 1001, 60000, 1001",
        "2997, 100, 60000, 1001",
        "30, 1, 60, 1",
        "24000, 1001, 48000, 1001",
        "50, 1, 50, 1",
        "60000, 1001, 60000, 1001",
    })
    void interlacedPicturesAreShownAtTheRateOfTheirFields(long numerator, long denominator, long chosen, long per) {
        Rational rate = new Rational(numerator, denominator);

        assertThat(FrameRates.choose(Sources.scanned(Sources.video(720, 576, rate, 10), "tff")))
                .isEqualTo(new Rational(chosen, per));
    }
}
