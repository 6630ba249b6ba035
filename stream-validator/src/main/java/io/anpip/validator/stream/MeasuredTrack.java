package io.anpip.validator.stream;

import io.anpip.validator.bmff.Fragment;
import io.anpip.validator.bmff.InitSegment.Track;
import io.anpip.validator.bmff.SampleEntry;
import io.anpip.validator.bmff.SegmentFile;
import java.util.List;

/**
 * A whole CMAF track: every segment was there and could be read.
 *
 * @param name of what lists it, for people
 * @param track what its init segment says
 * @param parts its segments in order
 */
public record MeasuredTrack(String name, Track track, List<Part> parts) {

    public MeasuredTrack {
        parts = List.copyOf(parts);
    }

    /** A segment with its name for people. */
    public record Part(String name, SegmentFile file) {}

    /** Ticks of the track as seconds. */
    public double seconds(long ticks) {
        return (double) ticks / track.timescale();
    }

    /** Length of all segments in seconds. */
    public double seconds() {
        return seconds(
                parts.stream().mapToLong(part -> part.file().durationTicks()).sum());
    }

    /** Frames of the video, or access units of the sound. */
    public long samples() {
        return parts.stream().mapToLong(part -> part.file().samples()).sum();
    }

    /** Ticks of the usual sample. */
    public long sampleTicks() {
        return parts.stream()
                .flatMap(part -> part.file().fragments().stream())
                .mapToLong(Fragment::longestSample)
                .max()
                .orElse(1);
    }

    /** Length of a frame in seconds. */
    public double sampleSeconds() {
        return seconds(sampleTicks());
    }

    /** Frames per second, or 0 if they have no length. */
    public double sampleRate() {
        return sampleTicks() == 0 ? 0 : (double) track.timescale() / sampleTicks();
    }

    /** Size and length of its segments. */
    public List<BitRate.Piece> pieces() {
        return parts.stream()
                .map(part -> new BitRate.Piece(
                        part.file().bytes(), seconds(part.file().durationTicks())))
                .toList();
    }

    /** Whether it is video. */
    public boolean isVideo() {
        return track.entry() instanceof SampleEntry.Video;
    }

    /** Whether it is sound. */
    public boolean isAudio() {
        return track.entry() instanceof SampleEntry.Audio;
    }
}
