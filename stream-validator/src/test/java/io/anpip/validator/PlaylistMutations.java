package io.anpip.validator;

import io.anpip.validator.rule.AppleRule;
import io.anpip.validator.rule.HlsRule;
import io.anpip.validator.rule.ImageRule;
import io.anpip.validator.rule.StreamRule;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What can be broken in media playlists, and in the text of any playlist. */
final class PlaylistMutations {

    private static final String LARGE = "large/playlist.m3u8";
    private static final String SOUND = "sound/playlist.m3u8";
    private static final String TEXT = "text/playlist.m3u8";

    private PlaylistMutations() {}

    static List<Mutation> all() {
        return List.of(
                Mutation.of(
                        HlsRule.TEXT,
                        "a byte order mark",
                        stream -> stream.bytes(
                                LARGE,
                                bytes -> ("\uFEFF" + new String(bytes, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8))),
                Mutation.of(
                        HlsRule.TEXT,
                        "a control character",
                        stream -> stream.text(LARGE, "#EXT-X-ENDLIST", "#\u0007\n#EXT-X-ENDLIST")),
                Mutation.of(HlsRule.EXTM3U, "no EXTM3U", stream -> stream.text(LARGE, "#EXTM3U\n", "")),
                Mutation.of(
                        HlsRule.VERSION,
                        "an old version",
                        stream -> stream.text(LARGE, "#EXT-X-VERSION:7", "#EXT-X-VERSION:5")),
                Mutation.of(
                        HlsRule.VERSION,
                        "two versions",
                        stream -> stream.text(LARGE, "#EXT-X-VERSION:7", "#EXT-X-VERSION:7\n#EXT-X-VERSION:7")),
                Mutation.of(
                        HlsRule.EXTINF,
                        "two durations for a segment",
                        stream -> stream.text(TEXT, "#EXTINF:6.0,\n2.vtt", "#EXTINF:6.0,\n#EXTINF:6.0,\n2.vtt")),
                Mutation.of(HlsRule.TARGET_DURATION, "a target below the segments", stream -> {
                            for (String playlist : List.of("large", "small", "sound")) {
                                stream.text(playlist + "/playlist.m3u8", "TARGETDURATION:6", "TARGETDURATION:5");
                            }
                        })
                        .and(AppleRule.SEGMENT_LENGTH, AppleRule.TARGET_SIX),
                Mutation.of(
                        HlsRule.TARGET_DURATION,
                        "no target in a subtitle playlist",
                        stream -> stream.text(TEXT, "#EXT-X-TARGETDURATION:6\n", "")),
                Mutation.of(
                        HlsRule.MEDIA_SEQUENCE,
                        "a sequence that is no number",
                        stream -> stream.text(LARGE, "MEDIA-SEQUENCE:1", "MEDIA-SEQUENCE:one")),
                Mutation.of(
                        HlsRule.MEDIA_SEQUENCE,
                        "a sequence after the segments",
                        stream -> stream.text(LARGE, "#EXT-X-ENDLIST", "#EXT-X-MEDIA-SEQUENCE:1\n#EXT-X-ENDLIST")),
                Mutation.of(
                        HlsRule.PLAYLIST_TYPE,
                        "an unknown type",
                        stream -> stream.text(LARGE, "TYPE:VOD", "TYPE:LIVE")),
                Mutation.of(HlsRule.END_LIST, "no end", stream -> stream.text(TEXT, "#EXT-X-ENDLIST\n", "")),
                Mutation.of(
                        AppleRule.PLAYLIST_TYPE,
                        "no type",
                        stream -> stream.text(LARGE, "#EXT-X-PLAYLIST-TYPE:VOD\n", "")),
                Mutation.of(
                        AppleRule.EXTINF_SUM,
                        "a duration off by two frames",
                        stream -> stream.text(LARGE, "#EXTINF:6.000000,\n2.m4s", "#EXTINF:6.090000,\n2.m4s")),
                Mutation.of(
                                AppleRule.SAME_TARGET,
                                "another target for the sound",
                                stream -> stream.text(SOUND, "TARGETDURATION:6", "TARGETDURATION:7"))
                        .and(AppleRule.TARGET_SIX),
                Mutation.of(
                        AppleRule.CONTINUOUS,
                        "a discontinuity",
                        stream -> stream.text(
                                LARGE, "#EXTINF:6.000000,\n2.m4s", "#EXT-X-DISCONTINUITY\n#EXTINF:6.000000,\n2.m4s")),
                Mutation.of(
                        HlsRule.MAP_URI,
                        "a map without URI",
                        stream -> stream.text(
                                TEXT, "#EXTINF:6.0,\n1.vtt", "#EXT-X-MAP:BYTERANGE=\"8@0\"\n#EXTINF:6.0,\n1.vtt")),
                Mutation.of(
                                HlsRule.ATTRIBUTES,
                                "a quote left open",
                                stream -> stream.text(
                                        "master.m3u8", "NAME=\"Deutsch\",", "NAME=\"Deutsch\",CHARACTERISTICS=\"x,"))
                        .and(AppleRule.LANGUAGE, HlsRule.MEDIA),
                Mutation.of(
                        HlsRule.BYTE_RANGE,
                        "a range without offset",
                        stream -> stream.text(TEXT, "#EXTINF:6.0,\n1.vtt", "#EXTINF:6.0,\n#EXT-X-BYTERANGE:20\n1.vtt")),
                Mutation.of(
                        HlsRule.BYTE_RANGE,
                        "a range beyond the file",
                        stream -> stream.text(
                                TEXT, "#EXTINF:6.0,\n1.vtt", "#EXTINF:6.0,\n#EXT-X-BYTERANGE:2000@0\n1.vtt")),
                Mutation.of(
                        HlsRule.BYTE_RANGE,
                        "an I-frame range beyond the file",
                        stream -> stream.pattern(
                                "small/iframes.m3u8",
                                "(?s)#EXT-X-BYTERANGE:([0-9]+)@([0-9]+)\n3.m4s\n#EXT-X-ENDLIST",
                                "#EXT-X-BYTERANGE:$1@99$2\n3.m4s\n#EXT-X-ENDLIST")),
                Mutation.of(
                        HlsRule.I_FRAME,
                        "a range that begins behind its moof",
                        stream -> stream.text("small/iframes.m3u8", "@24\n1.m4s", "@32\n1.m4s")),
                Mutation.of(
                        HlsRule.I_FRAME,
                        "a range that ends within its picture",
                        stream -> stream.scale("small/iframes.m3u8", "BYTERANGE:([0-9]+)@24", 0.99)),
                Mutation.of(
                        HlsRule.I_FRAME,
                        "a duration that does not reach the next key frame",
                        stream -> stream.pattern(
                                "small/iframes.m3u8",
                                "#EXTINF:2.000000,\n(#EXT-X-BYTERANGE:[0-9]+@24\n2.m4s)",
                                "#EXTINF:1.900000,\n$1")),
                Mutation.of(
                                AppleRule.I_FRAME_HEADERS,
                                "a range that begins before its moof",
                                stream -> stream.pattern("small/iframes.m3u8", "@24\n1.m4s", "@20\n1.m4s"))
                        .and(HlsRule.I_FRAME),
                Mutation.of(
                        AppleRule.I_FRAMES_ONLY,
                        "no EXT-X-I-FRAMES-ONLY",
                        stream -> stream.text("small/iframes.m3u8", "#EXT-X-I-FRAMES-ONLY\n", "")),
                Mutation.of(
                                AppleRule.SUBTITLE_FORMAT,
                                "subtitles that are a picture",
                                stream -> stream.delete("text/2.vtt").copy("sheets/1.jpg", "text/2.vtt"))
                        .and(AppleRule.LARGEST_SUM),
                Mutation.of(
                        AppleRule.TIMESTAMP_MAP,
                        "no timestamp map",
                        stream -> stream.pattern("text/2.vtt", "X-TIMESTAMP-MAP.*\n", "")),
                Mutation.of(
                        AppleRule.SUBTITLE_LENGTH,
                        "subtitles for half of the content",
                        stream -> stream.text(TEXT, "#EXTINF:6.0,\n2.vtt\n", "")),
                Mutation.of(
                        StreamRule.WEBVTT,
                        "a cue that ends before it starts",
                        stream -> stream.text("text/2.vtt", "--> 00:00:05.500", "--> 00:00:03.500")),
                Mutation.of(
                        ImageRule.IMAGES_ONLY,
                        "no EXT-X-IMAGES-ONLY",
                        stream -> stream.text("sheets/playlist.m3u8", "#EXT-X-IMAGES-ONLY\n", "")),
                Mutation.of(
                        ImageRule.TILES,
                        "a layout that does not fit the picture",
                        stream -> stream.text("sheets/playlist.m3u8", "LAYOUT=2x2", "LAYOUT=2x3")),
                Mutation.of(
                        ImageRule.LENGTH,
                        "tiles that do not cover the image's time",
                        stream -> stream.text("sheets/playlist.m3u8", "DURATION=4.5", "DURATION=4")),
                Mutation.of(
                        ImageRule.STREAM_INF,
                        "no CODECS",
                        stream -> stream.text("master.m3u8", ",CODECS=\"jpeg\"", "")),
                Mutation.of(
                                StreamRule.PICTURE,
                                "a sheet that is no picture",
                                stream -> stream.delete("sheets/1.jpg").copy("text/all.vtt", "sheets/1.jpg"))
                        .and(
                                io.anpip.validator.rule.DashRule.MIME_TYPE,
                                io.anpip.validator.rule.DashRule.BANDWIDTH_SIZE),
                Mutation.of(
                        HlsRule.ONE_KIND,
                        "segments in the multivariant playlist",
                        stream -> stream.text(
                                "master.m3u8",
                                "#EXT-X-INDEPENDENT-SEGMENTS\n",
                                "#EXT-X-INDEPENDENT-SEGMENTS\n#EXT-X-TARGETDURATION:6\n")),
                Mutation.of(StreamRule.EXISTS, "a segment is missing", stream -> stream.delete("text/2.vtt")),
                Mutation.of(
                        StreamRule.INSIDE,
                        "a segment outside of the folder",
                        stream -> stream.text(TEXT, "2.vtt", "../../outside.vtt")),
                Mutation.of(
                        StreamRule.INSIDE,
                        "a segment on a server",
                        stream -> stream.text(TEXT, "2.vtt", "http://127.0.0.1:1/2.vtt")),
                Mutation.of(
                        StreamRule.ENTRANCE,
                        "a media playlist as the multivariant one",
                        stream -> stream.delete("master.m3u8").copy(TEXT, "master.m3u8")),
                Mutation.of(
                        StreamRule.ENTRANCE,
                        "nothing at all",
                        stream -> stream.delete("master.m3u8").delete("manifest.mpd")));
    }
}
