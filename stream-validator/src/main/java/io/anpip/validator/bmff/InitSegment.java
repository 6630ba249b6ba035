package io.anpip.validator.bmff;

import java.util.List;

/**
 * An init segment.
 *
 * @param sha256 of its bytes, in hex
 * @param boxes types of its boxes in order
 * @param fragmented whether moov has mvex
 * @param tracks its tracks
 */
public record InitSegment(String sha256, List<String> boxes, boolean fragmented, List<Track> tracks) {

    public InitSegment {
        boxes = List.copyOf(boxes);
        tracks = List.copyOf(tracks);
    }

    /**
     * A track.
     *
     * @param id track_ID
     * @param handler vide, soun, text or another kind
     * @param timescale ticks per second
     * @param entries number of sample descriptions
     * @param entry the first sample description
     * @param edits its edit list
     * @param defaults what trex says of samples
     */
    public record Track(
            int id,
            String handler,
            long timescale,
            int entries,
            SampleEntry entry,
            List<Edit> edits,
            SampleDefaults defaults) {
        public Track {
            edits = List.copyOf(edits);
        }
    }

    /**
     * An entry of an edit list.
     *
     * @param duration in ticks of the movie; 0 for all there is
     * @param mediaTime in ticks of the track; -1 for an empty edit
     * @param rate media rate as 16.16
     */
    public record Edit(long duration, long mediaTime, int rate) {}

    /** Duration, size and flags of samples that do not say otherwise. */
    public record SampleDefaults(int duration, int size, int flags) {}
}
