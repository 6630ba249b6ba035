package io.anpip.transcode.grid;

import io.anpip.schemas.Rational;
import io.anpip.schemas.VideoTrack;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The constant-rate grid a whole video is laid on: its frames, and the cuts into groups of pictures, segments and chunks.
 *
 * <p>All renditions share it. Cuts are frame indices, never seconds, so that chunks encoded apart join without a frame too
 * many or too few.
 *
 * @param frameRate frames per second, in lowest terms
 * @param totalFrames frames of every rendition, at least one
 * @param gopFrames frames from one key frame to the next
 * @param segmentFrames frames of every segment but the last
 * @param chunks the chunks in order; each but the last is a whole number of segments
 */
public record FrameGrid(
        Rational frameRate, long totalFrames, int gopFrames, int segmentFrames, List<ChunkRange> chunks) {

    public FrameGrid {
        chunks = List.copyOf(chunks);
    }

    /** Lays a track on the grid of the rate that suits it. */
    public static FrameGrid of(VideoTrack track, GridSettings settings) {
        return of(FrameRates.choose(track), track.durationSeconds(), settings);
    }

    /** Lays a length of time on the grid of a rate. */
    public static FrameGrid of(Rational frameRate, double durationSeconds, GridSettings settings) {
        Rational rate = FrameRates.reduced(frameRate);
        long microseconds = Math.max(0, Math.round(durationSeconds * 1_000_000));
        long frames = Math.max(1, roundedQuotient(microseconds, rate.numerator(), rate.denominator(), 1_000_000));
        int gop = Math.toIntExact(
                Math.max(1, roundedQuotient(settings.gopSeconds(), rate.numerator(), rate.denominator(), 1)));
        int segment = gop * settings.segmentGops();
        int first = wholeSegments(settings.firstChunk(), rate, segment);
        int other = wholeSegments(settings.chunk(), rate, segment);
        return new FrameGrid(rate, frames, gop, segment, cut(frames, first, other, segment));
    }

    /** Ticks per second of the encoded tracks, chosen so that a frame lasts a whole number of them. */
    public int timescale() {
        return Math.toIntExact(frameRate.numerator());
    }

    /** Ticks a frame lasts. */
    public int ticksPerFrame() {
        return Math.toIntExact(frameRate.denominator());
    }

    /** Length of the whole video in ticks. */
    public long durationTicks() {
        return totalFrames * ticksPerFrame();
    }

    /** Length of the whole video in seconds, as the nearest double. */
    public double durationSeconds() {
        return (double) durationTicks() / timescale();
    }

    /** Number of segments of every rendition. */
    public int segmentCount() {
        return Math.toIntExact(Math.ceilDiv(totalFrames, segmentFrames));
    }

    /** Number of the first segment of a chunk; segments are counted from 1 over the whole video. */
    public int firstSegmentNumber(ChunkRange chunk) {
        return Math.toIntExact(chunk.firstFrame() / segmentFrames) + 1;
    }

    /** Number of segments of a chunk. */
    public int segmentCount(ChunkRange chunk) {
        return Math.ceilDiv(chunk.frameCount(), segmentFrames);
    }

    /** Lengths in ticks of all segments in order. */
    public List<Long> segmentTicks() {
        return LongStream.range(0, segmentCount())
                .map(index -> Math.min(segmentFrames, totalFrames - index * segmentFrames) * ticksPerFrame())
                .boxed()
                .toList();
    }

    private static List<ChunkRange> cut(long frames, int firstLength, int length, int segment) {
        List<ChunkRange> chunks = new ArrayList<>();
        long start = 0;
        while (start < frames) {
            int wanted = chunks.isEmpty() ? firstLength : length;
            long left = frames - start;
            // A tail shorter than a segment costs a whole process for next to nothing: the chunk before it takes it in.
            int taken = Math.toIntExact(left < (long) wanted + segment ? left : wanted);
            chunks.add(new ChunkRange(chunks.size(), start, taken));
            start += taken;
        }
        return chunks;
    }

    private static int wholeSegments(Duration length, Rational rate, int segment) {
        long segments = roundedQuotient(
                length.toMillis(), rate.numerator(), Math.multiplyExact(rate.denominator(), (long) segment), 1000);
        return Math.toIntExact(Math.max(1, segments) * segment);
    }

    /** round(a * b / (c * d)), exact, halves up. */
    static long roundedQuotient(long a, long b, long c, long d) {
        BigInteger dividend = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
        BigInteger divisor = BigInteger.valueOf(c).multiply(BigInteger.valueOf(d));
        return dividend.shiftLeft(1).add(divisor).divide(divisor.shiftLeft(1)).longValueExact();
    }
}
