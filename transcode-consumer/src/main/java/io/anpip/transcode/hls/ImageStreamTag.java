package io.anpip.transcode.hls;

import io.anpip.transcode.plan.ImageTiles;

/** Writes the line of a multivariant playlist that names the playlist of the seek pictures (Image Media Playlist v0.4). */
public final class ImageStreamTag {

    private ImageStreamTag() {}

    /** The line with its end; empty when the pictures have no playlist. */
    public static String of(ImageTiles images) {
        return images.playlist()
                .map(playlist -> "#EXT-X-IMAGE-STREAM-INF:BANDWIDTH=%d,CODECS=\"jpeg\",RESOLUTION=%dx%d,URI=\"%s/%s\"\n"
                        .formatted(
                                images.peakBps(), images.tileWidth(), images.tileHeight(), ImageTiles.FOLDER, playlist))
                .orElse("");
    }
}
