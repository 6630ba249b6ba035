package io.anpip.transcode.grid;

import java.time.Duration;

/**
 * Says how a video is cut: groups of pictures and segments as its profile wants them, and chunks, of which both lengths are rounded to
 * whole segments.
 *
 * @param firstChunk length of the first chunk, shorter so that playback starts sooner
 * @param chunk length of every other chunk
 * @param gopSeconds length of a group of pictures in seconds
 * @param segmentGops groups of pictures in a segment
 */
public record GridSettings(Duration firstChunk, Duration chunk, int gopSeconds, int segmentGops) {

    /** Players hold several segments, so one is at most so long. */
    private static final int LONGEST_SEGMENT_SECONDS = 12;

    public GridSettings {
        if (gopSeconds < 1 || segmentGops < 1 || gopSeconds * segmentGops > LONGEST_SEGMENT_SECONDS) {
            throw new IllegalArgumentException("gopSeconds " + gopSeconds + " times segmentGops " + segmentGops
                    + " is not between 1 and " + LONGEST_SEGMENT_SECONDS + " s, the length of a segment");
        }
    }
}
