package io.anpip.transcode.text;

import io.anpip.schemas.ObjectRef;
import io.anpip.transcode.cmaf.EncodedSegment;
import java.util.List;

/**
 * What is stored of one subtitle rendition.
 *
 * @param name name of the rendition and of its folder, such as "text-0"
 * @param timescale ticks per second
 * @param whole all cues in one file
 * @param segments the same cues in one file for each segment of the video
 */
public record EncodedText(String name, int timescale, ObjectRef whole, List<EncodedSegment> segments) {

    public EncodedText {
        segments = List.copyOf(segments);
    }

    /** Length of all segments together, in seconds. */
    public double durationSeconds() {
        return (double) segments.stream()
                        .mapToLong(EncodedSegment::durationTicks)
                        .sum()
                / timescale;
    }
}
