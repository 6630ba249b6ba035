package io.anpip.transcode.cmaf;

import java.util.List;

/**
 * What is stored of one rendition: of one chunk in a chunk's marker, of the whole video in a presentation.
 *
 * @param name name of the rendition and of its folder, such as "720p" or "audio-0"
 * @param timescale ticks per second
 * @param init its init segment
 * @param segments its media segments in order
 */
public record EncodedRendition(String name, int timescale, EncodedInit init, List<EncodedSegment> segments) {

    public EncodedRendition {
        segments = List.copyOf(segments);
    }

    /** Length of all segments together, in ticks. */
    public long durationTicks() {
        return segments.stream().mapToLong(EncodedSegment::durationTicks).sum();
    }
}
