package io.anpip.validator.mpd;

import java.util.List;
import java.util.Optional;

/** How the segments of a representation are named. */
public sealed interface Addressing {

    /**
     * By a SegmentTemplate.
     *
     * @param timescale ticks per second
     * @param initialization pattern of the init segment
     * @param media pattern of the segments
     * @param startNumber number of the first segment
     * @param timeOffset presentationTimeOffset in ticks
     * @param duration ticks of every segment, where there is no timeline
     * @param timeline the S elements, empty without a timeline
     */
    record Template(
            long timescale,
            Optional<String> initialization,
            String media,
            long startNumber,
            long timeOffset,
            Optional<Long> duration,
            List<Run> timeline)
            implements Addressing {
        public Template {
            timeline = List.copyOf(timeline);
        }
    }

    /**
     * An S element.
     *
     * @param time its t, if it has one
     * @param duration its d
     * @param repeat its r: further segments of the same duration, -1 for up to the next element or the end
     */
    record Run(Optional<Long> time, long duration, long repeat) {}

    /** One file, with or without a SegmentBase. */
    record SingleFile() implements Addressing {}

    /** Something that is not supported, or nothing that says where the segments are. */
    record Unsupported(String reason) implements Addressing {}
}
