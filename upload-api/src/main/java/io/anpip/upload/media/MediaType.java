package io.anpip.upload.media;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that are served, by extension, each with its MIME type. */
public enum MediaType {
    HLS_PLAYLIST("m3u8", "application/vnd.apple.mpegurl", true),
    DASH_MANIFEST("mpd", "application/dash+xml", true),
    WEBVTT("vtt", "text/vtt;charset=utf-8", true),
    JSON("json", "application/json", true),
    MP4("mp4", "video/mp4", false),
    SEGMENT("m4s", "video/iso.segment", false),
    AUDIO_MP4("m4a", "audio/mp4", false),
    TRANSPORT_STREAM("ts", "video/mp2t", false),
    WEBM("webm", "video/webm", false),
    JPEG("jpg", "image/jpeg", false),
    PNG("png", "image/png", false),
    WEBP("webp", "image/webp", false),
    AVIF("avif", "image/avif", false),
    GIF("gif", "image/gif", false);

    private final String extension;
    private final String mimeType;
    private final boolean text;

    MediaType(String extension, String mimeType, boolean text) {
        this.extension = extension;
        this.mimeType = mimeType;
        this.text = text;
    }

    /** The kind of a file with this name; empty when such files are not served. */
    public static Optional<MediaType> of(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> type.extension.equals(ending))
                .findFirst();
    }

    /** What the name of such a file ends with, after the dot. */
    public String extension() {
        return extension;
    }

    /** Value for {@code Content-Type}. */
    public String mimeType() {
        return mimeType;
    }

    /** Whether it gets much smaller when compressed on its way. */
    public boolean isText() {
        return text;
    }
}
