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

    /** The parts of one rendition in order, as one; they share the init segment of the first. */
    public static EncodedRendition joined(List<EncodedRendition> parts) {
        EncodedRendition first = parts.getFirst();
        return new EncodedRendition(
                first.name(),
                first.timescale(),
                first.init(),
                parts.stream().flatMap(part -> part.segments().stream()).toList());
    }

    /** Length of all segments together, in ticks. */
    public long durationTicks() {
        return segments.stream().mapToLong(EncodedSegment::durationTicks).sum();
    }
}
