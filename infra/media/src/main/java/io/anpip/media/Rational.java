package io.anpip.media;

import java.util.Optional;

/**
 * An exact fraction, for frame rates, aspect ratios and time bases, which no floating-point number holds exactly.
 *
 * <p>Always in lowest terms with a positive denominator, so that equal values are equal records.
 */
public record Rational(long numerator, long denominator) implements Comparable<Rational> {

    /** What FFmpeg writes as {@code 0/0} or {@code 0/1}: a rate or ratio that it does not know. */
    public static final Rational ZERO = new Rational(0, 1);

    public static final Rational ONE = new Rational(1, 1);

    public Rational {
        if (denominator == 0) {
            throw new IllegalArgumentException("a fraction needs a denominator other than zero");
        }
        long divisor = greatestCommonDivisor(Math.absExact(numerator), Math.absExact(denominator));
        long sign = denominator < 0 ? -1 : 1;
        numerator = sign * (numerator / divisor);
        denominator = sign * (denominator / divisor);
    }

    /** Reads {@code 30000/1001}, {@code 16:9} or {@code 25}; empty where there is no such number, as in {@code 0/0}. */
    public static Optional<Rational> parse(String text) {
        String[] parts = text.strip().split("[/:]", 3);
        if (parts.length > 2) {
            return Optional.empty();
        }
        try {
            long numerator = Long.parseLong(parts[0]);
            long denominator = parts.length == 2 ? Long.parseLong(parts[1]) : 1;
            return denominator == 0 ? Optional.empty() : Optional.of(new Rational(numerator, denominator));
        } catch (NumberFormatException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    public double toDouble() {
        return (double) numerator / denominator;
    }

    public boolean isZero() {
        return numerator == 0;
    }

    public Rational multiply(Rational other) {
        // Dividing crosswise first keeps the products small: no overflow where the result fits.
        Rational left = new Rational(numerator, other.denominator);
        Rational right = new Rational(other.numerator, denominator);
        return new Rational(
                Math.multiplyExact(left.numerator, right.numerator),
                Math.multiplyExact(left.denominator, right.denominator));
    }

    public Rational multiply(long factor) {
        return multiply(new Rational(factor, 1));
    }

    public Rational divide(Rational other) {
        return multiply(other.inverse());
    }

    public Rational inverse() {
        return new Rational(denominator, numerator);
    }

    @Override
    public int compareTo(Rational other) {
        return Long.compare(
                Math.multiplyExact(numerator, other.denominator), Math.multiplyExact(other.numerator, denominator));
    }

    /** The form FFmpeg reads: {@code 30000/1001}. */
    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? Math.max(a, 1) : greatestCommonDivisor(b, a % b);
    }
}
