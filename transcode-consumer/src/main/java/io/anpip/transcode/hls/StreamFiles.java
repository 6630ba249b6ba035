package io.anpip.transcode.hls;

import java.util.Locale;

/**
 * Names the files of a stream. The playlists lie in the folder of the stream, everything of a rendition in a folder of its
 * name; segments are numbered from 1 over the whole video.
 */
public final class StreamFiles {

    /** Multivariant playlist of a complete stream. */
    public static final String MASTER = "master.m3u8";

    /** Multivariant playlist of a stream that is still encoded. */
    public static final String GROWING_MASTER = "event.m3u8";

    /** Media playlist of a complete rendition, in its folder. */
    public static final String PLAYLIST = "playlist.m3u8";

    /** Media playlist of a rendition that is still encoded, in its folder. */
    public static final String GROWING_PLAYLIST = "event.m3u8";

    /** I-frame playlist of a rendition, in its folder. */
    public static final String I_FRAMES = "iframes.m3u8";

    /** Init segment of a rendition, in its folder. */
    public static final String INIT = "init.mp4";

    /** All cues of a subtitle rendition, in its folder. */
    public static final String WHOLE_TEXT = "subtitles.vtt";

    /** Picture and sound as one file to save. */
    public static final String VIDEO_DOWNLOAD = "video.mp4";

    /** The sound alone as a file to save. */
    public static final String SOUND_DOWNLOAD = "audio.m4a";

    private StreamFiles() {}

    /** Name of a subtitle segment, in the folder of its rendition. */
    public static String textSegment(int number) {
        return String.format(Locale.ROOT, "%05d.vtt", number);
    }

    /** Name of a media segment, in the folder of its rendition. */
    public static String segment(int number) {
        return String.format(Locale.ROOT, "%05d.m4s", number);
    }
}
