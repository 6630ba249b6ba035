package io.anpip.transcode.grid;

import io.anpip.schemas.Rational;
import io.anpip.schemas.VideoTrack;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;

/** Chooses the constant frame rate a source is encoded at. */
public final class FrameRates {

    private static final List<Rational> NATURAL = List.of(
            new Rational(10, 1),
            new Rational(12, 1),
            new Rational(25, 2),
            new Rational(15, 1),
            new Rational(20, 1),
            new Rational(24_000, 1001),
            new Rational(24, 1),
            new Rational(25, 1),
            new Rational(30_000, 1001),
            new Rational(30, 1),
            new Rational(48, 1),
            new Rational(50, 1),
            new Rational(60_000, 1001),
            new Rational(60, 1));

    /** Less than half of the distance between 29.97 and 30, so that rounded time stamps still tell the two apart. */
    private static final double SAME_RATE = 0.0004;

    private static final double LOWEST = 5;
    private static final double HIGHEST = 60;
    private static final long LARGEST_TIMESCALE = 1_000_000;
    private static final long LARGEST_FRAME_TICKS = 100_000;

    private FrameRates() {}

    /**
     * The rate of the source where it is constant, at most 60 frames per second and no odd measurement of a natural rate; else
     * the natural rate next to the measured average. Above 60 the rate is halved until it fits. Interlaced pictures are shown field
     * by field, so at twice their rate (Apple 1.15).
     */
    public static Rational choose(VideoTrack track) {
        if (track.frameRate().numerator() <= 0) {
            return new Rational(25, 1);
        }
        Rational rate = ofPictures(track);
        while (rate.toDouble() > HIGHEST * (1 + SAME_RATE)) {
            rate = reduced(new Rational(rate.numerator(), Math.multiplyExact(rate.denominator(), 2L)));
        }
        Rational nearest = nearestNatural(rate.toDouble());
        boolean natural = Math.abs(nearest.toDouble() / rate.toDouble() - 1) <= SAME_RATE;
        return !natural && track.constantFrameRate() && isSane(rate) ? rate : nearest;
    }

    /** Some files keep each field as a picture of its own: their rate is that of the fields already. */
    private static Rational ofPictures(VideoTrack track) {
        Rational rate = reduced(track.frameRate());
        boolean inPairs = track.details()
                        .filter(details -> !details.scan().equals("progressive"))
                        .isPresent()
                && rate.toDouble() <= HIGHEST / 2 * (1 + SAME_RATE);
        return inPairs ? reduced(new Rational(Math.multiplyExact(rate.numerator(), 2L), rate.denominator())) : rate;
    }

    /** The same rate in lowest terms. */
    public static Rational reduced(Rational rate) {
        long divisor = BigInteger.valueOf(rate.numerator())
                .gcd(BigInteger.valueOf(rate.denominator()))
                .longValueExact();
        return new Rational(rate.numerator() / divisor, rate.denominator() / divisor);
    }

    private static boolean isSane(Rational rate) {
        return rate.toDouble() >= LOWEST
                && rate.toDouble() <= HIGHEST
                && rate.numerator() <= LARGEST_TIMESCALE
                && rate.denominator() <= LARGEST_FRAME_TICKS;
    }

    private static Rational nearestNatural(double rate) {
        return NATURAL.stream()
                .min(Comparator.comparingDouble(natural -> Math.abs(natural.toDouble() - rate)))
                .orElseThrow();
    }
}
