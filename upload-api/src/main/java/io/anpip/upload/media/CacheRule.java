package io.anpip.upload.media;

/** How long a file may be kept by browsers and by caches on the way. */
public final class CacheRule {

    /** Objects are written once under a key of their generation, so what was read stays right. */
    public static final String FOR_EVER = "public, max-age=31536000, immutable";

    /** Playlists that grow while a video is encoded. */
    public static final String ASK_FIRST = "no-cache";

    private CacheRule() {}

    /** Value for {@code Cache-Control}. */
    public static String of(MediaKey key) {
        return key.type() == MediaType.HLS_PLAYLIST && key.fileName().endsWith("event.m3u8") ? ASK_FIRST : FOR_EVER;
    }
}
