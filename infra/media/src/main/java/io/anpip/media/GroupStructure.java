package io.anpip.media;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * How the frames of a video track are grouped by its key frames, and how evenly its bits are spread: what decides whether it can be
 * taken over as it is.
 *
 * @param keyFrameIntervalFrames every so many frames, counted from the first, there is a key frame; others may lie between
 * @param closed whether all that follows a key frame in the file is shown after it, and all before it is shown before
 * @param averageBitrateBps of the whole track, bits per second
 * @param peakBitrateBps the largest of any six seconds, bits per second
 */
public record GroupStructure(int keyFrameIntervalFrames, boolean closed, long averageBitrateBps, long peakBitrateBps) {

    private static final long WINDOW_MICROS = 6_000_000;
    private static final long BIT_MICROS = 8_000_000;

    /**
     * Reads it from the frames in the order of the file; empty where the first is no key frame.
     *
     * @param shown when each is shown, microseconds
     * @param sizes bytes of each
     * @param isKey which are key frames
     * @param frameMicros how long a frame lasts
     * @param totalMicros how long the track lasts
     */
    static Optional<GroupStructure> of(long[] shown, int[] sizes, BitSet isKey, long frameMicros, long totalMicros) {
        if (!isKey.get(0)) {
            return Optional.empty();
        }
        long total = Arrays.stream(sizes).asLongStream().sum();
        long average = total * BIT_MICROS / Math.max(1, totalMicros);
        return Optional.of(new GroupStructure(
                interval(isKey, shown.length),
                isClosed(shown, isKey),
                average,
                Math.max(average, peak(sizes, Math.max(1, frameMicros)))));
    }

    /** The smallest number of which all multiples are key frames. */
    private static int interval(BitSet isKey, int frames) {
        for (int first = isKey.nextSetBit(1); first > 0 && first < frames; first = isKey.nextSetBit(first + 1)) {
            int next = first;
            while (next < frames && isKey.get(next)) {
                next += first;
            }
            if (next >= frames) {
                return first;
            }
        }
        return frames;
    }

    private static boolean isClosed(long[] shown, BitSet isKey) {
        long earliestAfter = Long.MAX_VALUE;
        boolean[] leads = new boolean[shown.length];
        for (int frame = shown.length - 1; frame >= 0; frame--) {
            leads[frame] = shown[frame] < earliestAfter;
            earliestAfter = Math.min(earliestAfter, shown[frame]);
        }
        long latestBefore = Long.MIN_VALUE;
        for (int frame = 0; frame < shown.length; frame++) {
            if (isKey.get(frame) && !(leads[frame] && shown[frame] > latestBefore)) {
                return false;
            }
            latestBefore = Math.max(latestBefore, shown[frame]);
        }
        return true;
    }

    private static long peak(int[] sizes, long frameMicros) {
        int window = (int) Math.clamp(Math.round((double) WINDOW_MICROS / frameMicros), 1L, sizes.length);
        long bytes = 0;
        long most = 0;
        for (int frame = 0; frame < sizes.length; frame++) {
            bytes += sizes[frame];
            if (frame >= window) {
                bytes -= sizes[frame - window];
            }
            most = frame >= window - 1 ? Math.max(most, bytes) : most;
        }
        return window < sizes.length ? most * BIT_MICROS / (window * frameMicros) : 0;
    }
}
