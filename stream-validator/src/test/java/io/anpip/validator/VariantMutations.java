package io.anpip.validator;

import io.anpip.validator.rule.AppleRule;
import io.anpip.validator.rule.HlsRule;
import io.anpip.validator.rule.Rule;
import java.util.List;

/** What can be broken in a multivariant playlist. */
final class VariantMutations {

    private static final String MASTER = "master.m3u8";

    private VariantMutations() {}

    static List<Mutation> all() {
        return List.of(
                without(AppleRule.CODECS, "the audio variant has no CODECS", ",CODECS=\"mp4a.40.2\""),
                pattern(
                        AppleRule.CODECS,
                        "another level",
                        "(STREAM-INF:BANDWIDTH=[0-9]+,AVERAGE-BANDWIDTH=[0-9]+,CODECS=\"avc1.6400)..,",
                        "$1FF,"),
                pattern(AppleRule.RESOLUTION, "no RESOLUTION", ",RESOLUTION=384x216,FRAME", ",FRAME"),
                text(
                        AppleRule.RESOLUTION,
                        "another RESOLUTION",
                        "RESOLUTION=384x216,FRAME",
                        "RESOLUTION=640x360,FRAME"),
                pattern(
                        AppleRule.I_FRAME_CODECS,
                        "no CODECS of I-frames",
                        "(I-FRAME-STREAM-INF.*),CODECS=\"[^\"]*\"(.*large)",
                        "$1$2"),
                text(
                        AppleRule.I_FRAME_RESOLUTION,
                        "another RESOLUTION of I-frames",
                        "RESOLUTION=384x216,VIDEO-RANGE=SDR,URI",
                        "RESOLUTION=386x216,VIDEO-RANGE=SDR,URI"),
                pattern(AppleRule.I_FRAME_PLAYLISTS, "no I-frame playlists", "#EXT-X-I-FRAME-STREAM-INF.*\n", ""),
                pattern(AppleRule.I_FRAME_RATES, "one I-frame playlist", "#EXT-X-I-FRAME-STREAM-INF.*small.*\n", ""),
                text(AppleRule.INDEPENDENT, "no EXT-X-INDEPENDENT-SEGMENTS", "#EXT-X-INDEPENDENT-SEGMENTS\n", ""),
                pattern(
                        AppleRule.AVERAGE_BANDWIDTH,
                        "no AVERAGE-BANDWIDTH",
                        "AVERAGE-BANDWIDTH=([0-9]+),(CODECS.*AUDIO.*\nlarge)",
                        "$2"),
                pattern(AppleRule.FRAME_RATE, "no FRAME-RATE", "FRAME-RATE=24.000,(.*\nlarge)", "$1"),
                pattern(
                        AppleRule.FRAME_RATE,
                        "another FRAME-RATE",
                        "FRAME-RATE=24.000,(.*\nlarge)",
                        "FRAME-RATE=25.000,$1"),
                pattern(
                        AppleRule.VIDEO_RANGE,
                        "a wrong VIDEO-RANGE",
                        "VIDEO-RANGE=SDR,(AUDIO.*\nlarge)",
                        "VIDEO-RANGE=PQ,$1"),
                scale(AppleRule.PEAK_RATE, "BANDWIDTH 15 % too large", "#EXT-X-STREAM-INF:BANDWIDTH=([0-9]+)", 1.15),
                scale(AppleRule.LARGEST_SUM, "BANDWIDTH 5 % too small", "#EXT-X-STREAM-INF:BANDWIDTH=([0-9]+)", 0.95),
                scale(
                        AppleRule.AVERAGE_RATE,
                        "AVERAGE-BANDWIDTH 15 % too large",
                        "#EXT-X-STREAM-INF:BANDWIDTH=[0-9]+,AVERAGE-BANDWIDTH=([0-9]+)",
                        1.15),
                scale(
                        AppleRule.PEAK_RATE,
                        "BANDWIDTH of I-frames 15 % too small",
                        "#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=([0-9]+)",
                        0.85),
                scale(
                        AppleRule.AVERAGE_RATE,
                        "AVERAGE-BANDWIDTH of I-frames 15 % too small",
                        "#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=[0-9]+,AVERAGE-BANDWIDTH=([0-9]+)",
                        0.85),
                pattern(
                        AppleRule.FIRST_VARIANT,
                        "the smallest variant first",
                        "(?s)(#EXT-X-STREAM-INF[^#]*)(#EXT-X-STREAM-INF[^#]*)",
                        "$2$1"),
                pattern(
                        HlsRule.STREAM_INF,
                        "no BANDWIDTH",
                        "#EXT-X-STREAM-INF:BANDWIDTH=([0-9]+),(AVERAGE.*\nsmall)",
                        "#EXT-X-STREAM-INF:$2"),
                pattern(
                        HlsRule.I_FRAME_STREAM_INF,
                        "no BANDWIDTH of I-frames",
                        "#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=([0-9]+),(.*small)",
                        "#EXT-X-I-FRAME-STREAM-INF:$2"),
                text(
                        HlsRule.STREAM_GROUP,
                        "a group that is not there",
                        "SUBTITLES=\"text\"\nlarge",
                        "SUBTITLES=\"texts\"\nlarge"),
                without(HlsRule.MEDIA, "no NAME", ",NAME=\"Deutsch\""),
                without(AppleRule.LANGUAGE, "subtitles without LANGUAGE", ",LANGUAGE=\"de\""),
                text(
                        HlsRule.MEDIA_LANGUAGE,
                        "LANGUAGE that is no tag",
                        "LANGUAGE=\"de\"",
                        "LANGUAGE=\"german language\""),
                text(HlsRule.ATTRIBUTES, "an attribute twice", "LANGUAGE=\"de\"", "LANGUAGE=\"de\",LANGUAGE=\"de\""),
                text(HlsRule.ATTRIBUTE_VALUE, "LANGUAGE without quotes", "LANGUAGE=\"de\"", "LANGUAGE=de"),
                text(HlsRule.ATTRIBUTE_VALUE, "DEFAULT that is neither YES nor NO", "DEFAULT=YES", "DEFAULT=TRUE"),
                text(
                        HlsRule.GROUP,
                        "a default that is not selected by itself",
                        "DEFAULT=YES,AUTOSELECT=YES",
                        "DEFAULT=YES,AUTOSELECT=NO"),
                second(HlsRule.GROUP, "a name twice", "NAME=\"English\",LANGUAGE=\"fr\""),
                second(HlsRule.GROUP, "two defaults", "NAME=\"French\",LANGUAGE=\"fr\",DEFAULT=YES"),
                second(
                        HlsRule.AUTOSELECT,
                        "two to select by the same language",
                        "NAME=\"Other\",LANGUAGE=\"en\",AUTOSELECT=YES"),
                text(HlsRule.CHANNELS, "another number of CHANNELS", "CHANNELS=\"2\"", "CHANNELS=\"6\""),
                without(HlsRule.CHANNELS, "no CHANNELS", ",CHANNELS=\"2\""),
                Mutation.of(
                        AppleRule.ALTERNATES_APART,
                        "two renditions without URI",
                        stream -> stream.text(MASTER, "#EXT-X-MEDIA:TYPE=SUBTITLES", """
                        #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="aac",NAME="One",CHANNELS="2"
                        #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="aac",NAME="Two",CHANNELS="2"
                        #EXT-X-MEDIA:TYPE=SUBTITLES""")),
                Mutation.of(
                                AppleRule.GROWING_PEAK_RATE,
                                "BANDWIDTH of a growing stream far too small",
                                stream -> stream.text("large/playlist.m3u8", "TYPE:VOD", "TYPE:EVENT")
                                        .scale(MASTER, "#EXT-X-STREAM-INF:BANDWIDTH=([0-9]+)", 0.7))
                        .and(AppleRule.LARGEST_SUM),
                Mutation.of(
                                AppleRule.SEVERAL_VARIANTS,
                                "one variant",
                                stream -> stream.pattern(MASTER, "#EXT-X-STREAM-INF.*\n(small|sound).*\n", "")
                                        .delete("manifest.mpd"))
                        .and(AppleRule.CELLULAR));
    }

    private static Mutation text(Rule rule, String name, String old, String replacement) {
        return Mutation.of(rule, name, stream -> stream.text(MASTER, old, replacement));
    }

    private static Mutation without(Rule rule, String name, String old) {
        return text(rule, name, old, "");
    }

    private static Mutation pattern(Rule rule, String name, String pattern, String replacement) {
        return Mutation.of(rule, name, stream -> stream.pattern(MASTER, pattern, replacement));
    }

    private static Mutation scale(Rule rule, String name, String pattern, double factor) {
        return Mutation.of(rule, name, stream -> stream.scale(MASTER, pattern, factor));
    }

    /** A second rendition of the same sound. */
    private static Mutation second(Rule rule, String name, String attributes) {
        return text(
                rule,
                name,
                "#EXT-X-MEDIA:TYPE=SUBTITLES",
                "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"aac\"," + attributes
                        + ",CHANNELS=\"2\",URI=\"sound/playlist.m3u8\"\n#EXT-X-MEDIA:TYPE=SUBTITLES");
    }
}
