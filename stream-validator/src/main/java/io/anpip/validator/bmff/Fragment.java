package io.anpip.validator.bmff;

import java.util.List;

/**
 * A movie fragment, measured.
 *
 * @param offset first byte of its moof box in the file
 * @param firstSampleEnd the byte after its first sample
 * @param sequence sequence number of mfhd
 * @param trackIds tracks of its traf boxes
 * @param decodeTimes number of tfdt boxes
 * @param decodeTicks the time of the first tfdt; 0 without one
 * @param countsFromMoof whether data offsets count from the moof
 * @param dataInside whether all samples lie in the mdat box after the moof
 * @param samples number of samples
 * @param durationTicks ticks of all samples
 * @param shortestSample ticks of the shortest sample, the last one left out
 * @param longestSample ticks of the longest sample, the last one left out
 * @param presentationTicks earliest presentation time of its samples
 * @param firstIsSync whether the first sample is marked as a sync sample
 * @param firstPicture what the first sample is
 * @param syncTicks decode times of samples marked as sync samples; for sound only the first
 */
public record Fragment(
        int offset,
        long firstSampleEnd,
        long sequence,
        List<Integer> trackIds,
        int decodeTimes,
        long decodeTicks,
        boolean countsFromMoof,
        boolean dataInside,
        int samples,
        long durationTicks,
        long shortestSample,
        long longestSample,
        long presentationTicks,
        boolean firstIsSync,
        FirstPicture firstPicture,
        List<Long> syncTicks) {

    public Fragment {
        trackIds = List.copyOf(trackIds);
        syncTicks = List.copyOf(syncTicks);
    }

    /** When the sample after its last one would be decoded. */
    public long endTicks() {
        return decodeTicks + durationTicks;
    }
}
