package io.anpip.validator.stream;

import java.util.List;

/**
 * The bit rate of a track as its segments show it (RFC 8216, 4.1).
 *
 * @param average all bits over the whole time, bits per second
 * @param peak largest rate of any run of segments between half and one and a half times the target duration, bits per second
 */
public record BitRate(double average, double peak) {

    private static final double BITS = 8;
    private static final double ROUNDING = 1e-6;

    /** Of nothing at all. */
    public static final BitRate NONE = new BitRate(0, 0);

    /** Of both together. */
    public BitRate plus(BitRate other) {
        return new BitRate(average + other.average, peak + other.peak);
    }

    /** Of the more demanding one. */
    public BitRate larger(BitRate other) {
        return new BitRate(Math.max(average, other.average), Math.max(peak, other.peak));
    }

    /** A segment: its size and its length. */
    public record Piece(long bytes, double seconds) {}

    /** Measures segments in order. */
    public static BitRate of(List<Piece> pieces, double targetSeconds) {
        double seconds = pieces.stream().mapToDouble(Piece::seconds).sum();
        long bytes = pieces.stream().mapToLong(Piece::bytes).sum();
        double average = seconds > 0 ? bytes * BITS / seconds : 0;
        double peak = average;
        double shortest = targetSeconds / 2 - ROUNDING;
        double longest = targetSeconds * 3 / 2 + ROUNDING;
        for (int first = 0; first < pieces.size(); first++) {
            long runBytes = 0;
            double runSeconds = 0;
            for (int next = first; next < pieces.size() && runSeconds <= longest; next++) {
                runBytes += pieces.get(next).bytes();
                runSeconds += pieces.get(next).seconds();
                if (runSeconds >= shortest && runSeconds <= longest && runSeconds > 0) {
                    peak = Math.max(peak, runBytes * BITS / runSeconds);
                }
            }
        }
        return new BitRate(average, peak);
    }
}
