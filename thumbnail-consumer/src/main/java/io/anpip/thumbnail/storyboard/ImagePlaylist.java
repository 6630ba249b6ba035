package io.anpip.thumbnail.storyboard;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.IntStream;

/** Writes the storyboard as an HLS playlist (Image Media Playlist v0.4): a sheet is a segment, and each says how it is tiled. */
public final class ImagePlaylist {

    /** Name of the file, beside the sheets. */
    public static final String FILE = "images.m3u8";

    private ImagePlaylist() {}

    /** The playlist for a plan. */
    public static String of(StoryboardPlan plan) {
        Duration longest = IntStream.range(0, plan.sheetCount())
                .mapToObj(plan::lengthOfSheet)
                .max(Duration::compareTo)
                .orElseThrow();
        StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:")
                .append(Math.max(1, Math.ceilDiv(longest.toMillis(), 1000)))
                .append("\n#EXT-X-MEDIA-SEQUENCE:1\n#EXT-X-PLAYLIST-TYPE:VOD\n#EXT-X-IMAGES-ONLY\n");
        for (int sheet = 0; sheet < plan.sheetCount(); sheet++) {
            text.append(String.format(
                    Locale.ROOT,
                    "#EXTINF:%s,\n#EXT-X-TILES:RESOLUTION=%dx%d,LAYOUT=%dx%d,DURATION=%s\n%s\n",
                    seconds(plan.lengthOfSheet(sheet)),
                    plan.tile().width(),
                    plan.tile().height(),
                    plan.columns(),
                    plan.rows(),
                    seconds(plan.interval()),
                    StoryboardPlan.sheetName(sheet)));
        }
        return text.append("#EXT-X-ENDLIST\n").toString();
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%d.%03d", time.toMillis() / 1000, time.toMillis() % 1000);
    }
}
