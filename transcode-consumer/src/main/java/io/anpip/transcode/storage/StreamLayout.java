package io.anpip.transcode.storage;

import io.anpip.transcode.hls.StreamFiles;

/** Where a rendition's files lie in the folder of a stream or an attempt, and which media types they have. */
public final class StreamLayout {

    public static final String PLAYLIST_TYPE = "application/vnd.apple.mpegurl";
    public static final String MANIFEST_TYPE = "application/dash+xml";
    public static final String SEGMENT_TYPE = "video/iso.segment";
    public static final String INIT_TYPE = "video/mp4";
    public static final String SOUND_TYPE = "audio/mp4";

    public static final String TEXT_TYPE = "text/vtt";

    public static final String SHEET_TYPE = "image/jpeg";

    private StreamLayout() {}

    /** The init segment of a rendition. */
    public static String init(String rendition) {
        return rendition + '/' + StreamFiles.INIT;
    }

    /** A segment of a subtitle rendition. */
    public static String textSegment(String rendition, int number) {
        return rendition + '/' + StreamFiles.textSegment(number);
    }

    /** All of a subtitle rendition in one file. */
    public static String wholeText(String rendition) {
        return rendition + '/' + StreamFiles.WHOLE_TEXT;
    }

    /** A media segment of a rendition; numbers run from 1 over the whole video. */
    public static String segment(String rendition, int number) {
        return rendition + '/' + StreamFiles.segment(number);
    }
}
