package io.anpip.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RationalTest {

    @ParameterizedTest
    @CsvSource({"30000/1001, 30000, 1001", "16:9, 16, 9", "25, 25, 1", "50/2, 25, 1", "-1/2, -1, 2", "0/1, 0, 1"})
    void readsWhatFfmpegWrites(String text, long numerator, long denominator) {
        assertThat(Rational.parse(text)).contains(new Rational(numerator, denominator));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/0", "", "N/A", "1/2/3", "1.5", "99999999999999999999/1", "-9223372036854775808/1"})
    void saysNothingWhereThereIsNoNumber(String text) {
        assertThat(Rational.parse(text)).isEmpty();
    }

    @Test
    void equalValuesAreEqual() {
        assertThat(new Rational(60, 2)).isEqualTo(new Rational(30, 1)).isEqualByComparingTo(new Rational(30, 1));
        assertThat(new Rational(1, -2)).isEqualTo(new Rational(-1, 2));
        assertThat(new Rational(0, 5)).isEqualTo(Rational.ZERO);
    }

    @Test
    void calculatesExactly() {
        Rational ntsc = new Rational(30000, 1001);
        assertThat(ntsc.multiply(new Rational(1001, 30000))).isEqualTo(Rational.ONE);
        assertThat(new Rational(180, 1).divide(ntsc)).isEqualTo(new Rational(3003, 500));
        assertThat(ntsc.multiply(2)).isEqualTo(new Rational(60000, 1001));
        assertThat(ntsc.toDouble()).isEqualTo(30000.0 / 1001);
        assertThat(ntsc).hasToString("30000/1001").isLessThan(new Rational(30, 1));
    }

    @Test
    void hugeFactorsThatCancelDoNotOverflow() {
        Rational huge = new Rational(Long.MAX_VALUE, 3);
        assertThat(huge.multiply(huge.inverse())).isEqualTo(Rational.ONE);
        assertThatThrownBy(() -> huge.multiply(huge)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void hasNoZeroDenominator() {
        assertThatThrownBy(() -> new Rational(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(Rational.ZERO::inverse).isInstanceOf(IllegalArgumentException.class);
    }
}
