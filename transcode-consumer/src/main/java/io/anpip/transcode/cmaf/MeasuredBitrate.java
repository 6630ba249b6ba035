package io.anpip.transcode.cmaf;

import java.util.List;

/**
 * The bit rate of a track as its segments show it.
 *
 * @param averageBps all bits over the whole time, bits per second
 * @param peakBps largest rate of any run of segments of about the target duration (RFC 8216, 4.1), bits per second
 */
public record MeasuredBitrate(long averageBps, long peakBps) {

    /** Measures the segments of a track in order. */
    public static MeasuredBitrate of(EncodedRendition track, int targetDurationSeconds) {
        return ofSegments(track.segments(), track.timescale(), targetDurationSeconds);
    }

    /** Measures segments in order. */
    public static MeasuredBitrate ofSegments(List<EncodedSegment> segments, int timescale, int targetDurationSeconds) {
        List<Piece> pieces = segments.stream()
                .map(segment -> new Piece(segment.sizeBytes(), segment.durationTicks()))
                .toList();
        return of(pieces, timescale, targetDurationSeconds);
    }

    /** Measures the key frames of a track alone, as a player in fast seeking fetches them. */
    public static MeasuredBitrate ofIFrames(EncodedRendition track, int targetDurationSeconds) {
        List<Piece> pieces = track.segments().stream()
                .flatMap(segment -> segment.iFrames().stream())
                .map(frame -> new Piece(frame.length(), frame.durationTicks()))
                .toList();
        return of(pieces, track.timescale(), targetDurationSeconds);
    }

    private static MeasuredBitrate of(List<Piece> pieces, int timescale, int targetDurationSeconds) {
        long bytes = pieces.stream().mapToLong(Piece::bytes).sum();
        long ticks = pieces.stream().mapToLong(Piece::ticks).sum();
        long average = rate(bytes, ticks, timescale);
        long shortest = (long) targetDurationSeconds * timescale / 2;
        long longest = (long) targetDurationSeconds * timescale * 3 / 2;
        long peak = average;
        for (int first = 0; first < pieces.size(); first++) {
            long runBytes = 0;
            long runTicks = 0;
            for (int next = first; next < pieces.size() && runTicks < longest; next++) {
                runBytes += pieces.get(next).bytes();
                runTicks += pieces.get(next).ticks();
                if (runTicks >= shortest && runTicks <= longest) {
                    peak = Math.max(peak, rate(runBytes, runTicks, timescale));
                }
            }
        }
        return new MeasuredBitrate(average, peak);
    }

    private static long rate(long bytes, long ticks, int timescale) {
        return ticks == 0 ? 0 : Math.round((double) bytes * 8 * timescale / ticks);
    }

    private record Piece(long bytes, long ticks) {}
}
