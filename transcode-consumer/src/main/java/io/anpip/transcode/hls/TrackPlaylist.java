package io.anpip.transcode.hls;

import io.anpip.transcode.cmaf.EncodedRendition;
import io.anpip.transcode.cmaf.EncodedSegment;
import io.anpip.transcode.cmaf.IFrameRange;
import io.anpip.transcode.text.EncodedText;

/** Writes the media playlists of one rendition. Addresses are relative to the folder of the rendition. */
public final class TrackPlaylist {

    private TrackPlaylist() {}

    /**
     * A playlist that grows while encoding goes on: what is written once stays.
     *
     * @param ended whether the last segment is listed, so that players stop asking
     */
    public static String growing(EncodedRendition track, int targetDurationSeconds, boolean ended) {
        return segments(track, targetDurationSeconds, "EVENT", ended);
    }

    /** The playlist of a complete rendition. */
    public static String complete(EncodedRendition track, int targetDurationSeconds) {
        return segments(track, targetDurationSeconds, "VOD", true);
    }

    /** The playlist of a subtitle rendition; its segments end where those of the picture do, to the last (5.5). */
    public static String text(EncodedText track, int targetDurationSeconds) {
        return text(track, targetDurationSeconds, "VOD", true);
    }

    /** The same while the picture is encoded: without an end, which players would take for the end of the video. */
    public static String growingText(EncodedText track, int targetDurationSeconds, boolean ended) {
        return text(track, targetDurationSeconds, "EVENT", ended);
    }

    private static String text(EncodedText track, int targetDurationSeconds, String type, boolean ended) {
        StringBuilder text = head(targetDurationSeconds, type);
        for (EncodedSegment segment : track.segments()) {
            text.append(length(segment.durationTicks(), track.timescale()));
            text.append(StreamFiles.textSegment(segment.number())).append('\n');
        }
        if (ended) {
            text.append("#EXT-X-ENDLIST\n");
        }
        return text.toString();
    }

    /** The playlist of the key frames of a complete rendition, for fast seeking. */
    public static String iFrames(EncodedRendition track) {
        StringBuilder text = head(iFrameTargetSeconds(track), "VOD");
        text.append("#EXT-X-I-FRAMES-ONLY\n").append("#EXT-X-MAP:URI=\"").append(StreamFiles.INIT);
        text.append("\"\n");
        for (EncodedSegment segment : track.segments()) {
            for (IFrameRange frame : segment.iFrames()) {
                text.append(length(frame.durationTicks(), track.timescale()));
                text.append("#EXT-X-BYTERANGE:")
                        .append(frame.length())
                        .append('@')
                        .append(frame.offset());
                text.append('\n').append(StreamFiles.segment(segment.number())).append('\n');
            }
        }
        return text.append("#EXT-X-ENDLIST\n").toString();
    }

    /** The target duration of the playlist of the key frames: the longest group of pictures. */
    static int iFrameTargetSeconds(EncodedRendition track) {
        long longest = track.segments().stream()
                .flatMap(segment -> segment.iFrames().stream())
                .mapToLong(IFrameRange::durationTicks)
                .max()
                .orElse(track.timescale());
        return (int) Math.max(1, Math.round((double) longest / track.timescale()));
    }

    private static String segments(EncodedRendition track, int targetDurationSeconds, String type, boolean ended) {
        StringBuilder text = head(targetDurationSeconds, type);
        text.append("#EXT-X-INDEPENDENT-SEGMENTS\n");
        text.append("#EXT-X-MAP:URI=\"").append(StreamFiles.INIT).append("\"\n");
        for (EncodedSegment segment : track.segments()) {
            text.append(length(segment.durationTicks(), track.timescale()));
            text.append(StreamFiles.segment(segment.number())).append('\n');
        }
        if (ended) {
            text.append("#EXT-X-ENDLIST\n");
        }
        return text.toString();
    }

    private static StringBuilder head(int targetDurationSeconds, String type) {
        return new StringBuilder("#EXTM3U\n")
                .append("#EXT-X-VERSION:7\n")
                .append("#EXT-X-TARGETDURATION:")
                .append(targetDurationSeconds)
                .append("\n#EXT-X-MEDIA-SEQUENCE:1\n#EXT-X-PLAYLIST-TYPE:")
                .append(type)
                .append('\n');
    }

    private static String length(long ticks, int timescale) {
        return "#EXTINF:" + Seconds.text(ticks, timescale) + ",\n";
    }
}
