package io.anpip.validator.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes measured figures into sentences. */
public final class Figures {

    private static final int KILO = 1000;

    private Figures() {}

    /** Such as {@code 6.006 s}, to the microsecond, without zeros at the end. */
    public static String seconds(double seconds) {
        return decimal(seconds, 6) + " s";
    }

    /** Such as {@code 358 kbps}. */
    public static String rate(double bitsPerSecond) {
        return decimal(bitsPerSecond / KILO, bitsPerSecond < 100 * KILO ? 1 : 0) + " kbps";
    }

    /** Such as {@code 29.97}, to three places, without zeros at the end. */
    public static String number(double value) {
        return decimal(value, 3);
    }

    private static String decimal(double value, int places) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
