package io.anpip.validator.m3u8;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A playlist that lists segments.
 *
 * @param address where it was read
 * @param name the same for people
 * @param version EXT-X-VERSION, 1 without one
 * @param targetDuration EXT-X-TARGETDURATION in seconds
 * @param type EXT-X-PLAYLIST-TYPE
 * @param ended whether it has EXT-X-ENDLIST
 * @param independent whether it has EXT-X-INDEPENDENT-SEGMENTS
 * @param iFramesOnly whether it has EXT-X-I-FRAMES-ONLY
 * @param imagesOnly whether it has EXT-X-IMAGES-ONLY
 * @param segments its segments in order
 */
public record MediaPlaylist(
        URI address,
        String name,
        int version,
        Optional<Long> targetDuration,
        Optional<String> type,
        boolean ended,
        boolean independent,
        boolean iFramesOnly,
        boolean imagesOnly,
        List<Segment> segments) {

    public MediaPlaylist {
        segments = List.copyOf(segments);
    }

    /** Whether it may still grow, or grew once: not a playlist for video on demand. */
    public boolean isEvent() {
        return type.filter("EVENT"::equals).isPresent() || !ended;
    }

    /** Seconds of all segments by EXTINF. */
    public double seconds() {
        return segments.stream().mapToDouble(Segment::seconds).sum();
    }

    /**
     * A segment as it is listed.
     *
     * @param uri its URI
     * @param line the line of the URI
     * @param seconds EXTINF; 0 without one
     * @param range EXT-X-BYTERANGE
     * @param map the EXT-X-MAP that holds for it
     * @param discontinuity whether EXT-X-DISCONTINUITY stands before it
     * @param tiles the EXT-X-TILES that holds for it
     */
    public record Segment(
            String uri,
            int line,
            double seconds,
            Optional<ByteRange> range,
            Optional<MapTag> map,
            boolean discontinuity,
            Optional<Attributes> tiles) {}

    /** A run of bytes of a file. */
    public record ByteRange(long offset, long length) {
        public long end() {
            return offset + length;
        }
    }

    /** EXT-X-MAP. */
    public record MapTag(int line, String uri, Optional<ByteRange> range) {}
}
