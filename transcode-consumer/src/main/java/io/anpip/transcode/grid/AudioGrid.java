package io.anpip.transcode.grid;

import io.anpip.schemas.Rational;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts an audio rendition into segments of whole AAC frames, at the frame next to each cut of the video.
 *
 * @param totalFrames AAC frames of the whole rendition, at least one
 * @param segmentLength length of a video segment in seconds, exact
 */
public record AudioGrid(long totalFrames, Rational segmentLength) {

    /** Samples per second of every audio rendition. */
    public static final int SAMPLE_RATE_HZ = 48_000;

    /** Samples of an AAC frame. */
    public static final int FRAME_SAMPLES = 1024;

    private static final Rational SEGMENT_WITHOUT_VIDEO = new Rational(6, 1);

    /** The audio beside a video: as long as the video to the nearest AAC frame. */
    public static AudioGrid of(FrameGrid video) {
        long frames =
                FrameGrid.roundedQuotient(video.durationTicks(), SAMPLE_RATE_HZ, video.timescale(), FRAME_SAMPLES);
        long segmentTicks = Math.multiplyExact(video.segmentFrames(), (long) video.ticksPerFrame());
        return new AudioGrid(Math.max(1, frames), new Rational(segmentTicks, video.timescale()));
    }

    /** Audio without a picture, in segments of 6 s. */
    public static AudioGrid of(double durationSeconds) {
        long microseconds = Math.max(0, Math.round(durationSeconds * 1_000_000));
        long frames = FrameGrid.roundedQuotient(microseconds, SAMPLE_RATE_HZ, 1_000_000, FRAME_SAMPLES);
        return new AudioGrid(Math.max(1, frames), SEGMENT_WITHOUT_VIDEO);
    }

    /** Samples of the whole rendition. */
    public long totalSamples() {
        return totalFrames * FRAME_SAMPLES;
    }

    /** Length of the whole rendition in seconds, as the nearest double. */
    public double durationSeconds() {
        return (double) totalSamples() / SAMPLE_RATE_HZ;
    }

    /** Frames of each segment in order; none is empty, so there may be one segment less than the video has. */
    public List<Integer> segmentFrames() {
        List<Integer> counts = new ArrayList<>();
        long start = 0;
        for (long segment = 1; start < totalFrames; segment++) {
            long end = Math.min(totalFrames, boundary(segment));
            counts.add(Math.toIntExact(end - start));
            start = end;
        }
        return List.copyOf(counts);
    }

    private long boundary(long segment) {
        return FrameGrid.roundedQuotient(
                Math.multiplyExact(segment, segmentLength.numerator()),
                SAMPLE_RATE_HZ,
                segmentLength.denominator(),
                FRAME_SAMPLES);
    }
}
