package io.anpip.transcode.text;

import java.util.Comparator;
import java.util.List;

/**
 * Puts cues of a source on the clock of its video, which begins with the first picture.
 *
 * @param originSeconds the source's time that is zero in the video
 * @param durationSeconds length of the video
 */
public record VideoClock(double originSeconds, double durationSeconds) {

    /** The cues that are shown while the video runs, in the order of their times; one that is there twice is there once. */
    public List<SubtitleCue> place(List<SubtitleCue> cues) {
        long origin = Math.round(originSeconds * 1000);
        long length = Math.round(durationSeconds * 1000);
        return cues.stream()
                .filter(cue -> cue.endMillis() - origin > 0 && cue.startMillis() - origin < length)
                .map(cue -> new SubtitleCue(
                        Math.max(0, cue.startMillis() - origin),
                        Math.min(length, cue.endMillis() - origin),
                        cue.payload()))
                .distinct()
                .sorted(Comparator.comparingLong(SubtitleCue::startMillis).thenComparingLong(SubtitleCue::endMillis))
                .toList();
    }
}
