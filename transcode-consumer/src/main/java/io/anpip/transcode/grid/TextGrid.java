package io.anpip.transcode.grid;

import java.util.List;

/**
 * Where subtitle renditions are cut: at exactly the times where what they belong to is.
 *
 * @param timescale ticks per second
 * @param segmentTicks lengths of the segments in order
 */
public record TextGrid(int timescale, List<Long> segmentTicks) {

    public TextGrid {
        segmentTicks = List.copyOf(segmentTicks);
    }

    /** Beside a picture. */
    public static TextGrid of(FrameGrid video) {
        return new TextGrid(video.timescale(), video.segmentTicks());
    }

    /** Beside sound alone. */
    public static TextGrid of(AudioGrid audio) {
        return new TextGrid(
                AudioGrid.SAMPLE_RATE_HZ,
                audio.segmentFrames().stream()
                        .map(frames -> (long) frames * AudioGrid.FRAME_SAMPLES)
                        .toList());
    }

    /** Where the segments end, in seconds from the beginning. */
    public List<Double> endSeconds() {
        long[] sum = {0};
        return segmentTicks.stream()
                .map(ticks -> (double) (sum[0] += ticks) / timescale)
                .toList();
    }
}
