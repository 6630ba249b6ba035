package io.anpip.validator;

import io.anpip.validator.rule.DashRule;
import io.anpip.validator.rule.Rule;
import java.util.List;

/** What can be broken in a manifest. */
final class ManifestMutations {

    private static final String MPD = "manifest.mpd";

    private ManifestMutations() {}

    static List<Mutation> all() {
        return List.of(
                text(DashRule.PARSE, "no XML", "</MPD>", ""),
                text(DashRule.PARSE, "another root", "<MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\"", "<MPD"),
                text(
                        DashRule.PARSE,
                        "a document type",
                        "<MPD ",
                        "<!DOCTYPE MPD [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>\n<MPD "),
                text(DashRule.PROFILES, "no profiles", " profiles=\"urn:mpeg:dash:profile:isoff-live:2011\"", ""),
                text(DashRule.PROFILES, "no minBufferTime", " minBufferTime=\"PT6S\"", "")
                        .and(DashRule.BANDWIDTH),
                text(DashRule.STATIC, "dynamic", "type=\"static\"", "type=\"dynamic\""),
                text(DashRule.IDS, "an id of representations twice", "id=\"trick\"", "id=\"small\""),
                text(DashRule.IDS, "an id of sets twice", "AdaptationSet id=\"3\"", "AdaptationSet id=\"4\""),
                text(DashRule.MIME_TYPE, "another mimeType", "mimeType=\"audio/mp4\"", "mimeType=\"video/mp4\""),
                text(DashRule.MIME_TYPE, "no mimeType", " mimeType=\"audio/mp4\"", ""),
                scale(DashRule.BANDWIDTH, "half of the bandwidth", "bandwidth=\"([0-9]+)\" width=\"384\"", 0.5),
                pattern(DashRule.BANDWIDTH, "no bandwidth", " bandwidth=\"[0-9]+\" audio", " audio"),
                scale(DashRule.BANDWIDTH_SIZE, "three times the bandwidth", "bandwidth=\"([0-9]+)\" width=\"384\"", 3),
                text(DashRule.CODECS, "another codec", "codecs=\"mp4a.40.2\"", "codecs=\"mp4a.40.5\""),
                text(DashRule.CODECS, "no codec", " codecs=\"mp4a.40.2\"", ""),
                text(
                        DashRule.SIZE,
                        "another width",
                        "width=\"384\" height=\"216\" sar",
                        "width=\"386\" height=\"216\" sar"),
                pattern(DashRule.FRAME_RATE, "another frame rate", "frameRate=\"24\"", "frameRate=\"25\""),
                text(DashRule.SAR, "no sar", " sar=\"1:1\"", ""),
                text(
                        DashRule.CHANNELS,
                        "six channels",
                        "configuration:2011\" value=\"2\"",
                        "configuration:2011\" value=\"6\""),
                pattern(DashRule.CHANNELS, "no channels", "<AudioChannelConfiguration[^>]*/>", ""),
                text(
                        DashRule.SAMPLING_RATE,
                        "another sampling rate",
                        "audioSamplingRate=\"48000\"",
                        "audioSamplingRate=\"44100\""),
                text(
                                DashRule.TEMPLATE,
                                "one name for all segments",
                                "media=\"small/$Number$.m4s\"",
                                "media=\"small/1.m4s\"")
                        .and(DashRule.TIMELINE),
                text(
                                DashRule.TEMPLATE,
                                "an unknown identifier",
                                "media=\"sheets/$Number$.jpg\"",
                                "media=\"sheets/1.jpg$Foo$\"")
                        .and(io.anpip.validator.rule.StreamRule.EXISTS),
                pattern(
                        DashRule.TIMELINE,
                        "a duration one tick too long",
                        "<S d=\"[0-9]+\"/></SegmentTimeline>",
                        "<S d=\"288001\"/></SegmentTimeline>"),
                text(
                                DashRule.PERIOD,
                                "a period that is longer",
                                "mediaPresentationDuration=\"PT18S\"",
                                "mediaPresentationDuration=\"PT19S\"")
                        .and(io.anpip.validator.rule.StreamRule.EXISTS),
                text(
                        DashRule.ALIGNMENT,
                        "no alignment",
                        "segmentAlignment=\"true\" startWithSAP=\"1\" frameRate=\"24\">\n      <SegmentTemplate",
                        "startWithSAP=\"1\" frameRate=\"24\">\n      <SegmentTemplate"),
                text(DashRule.SAP, "no startWithSAP", " startWithSAP=\"1\" frameRate", " frameRate"),
                text(DashRule.LANG, "a language that is no tag", "lang=\"en\"", "lang=\"the english one\""),
                text(DashRule.LANG, "text without a language", " lang=\"de\"", ""),
                text(
                        DashRule.TRICK_MODE,
                        "a trick mode of nothing",
                        "trickmode\" value=\"0\"",
                        "trickmode\" value=\"7\""),
                text(DashRule.TILES, "tiles that do not fit", "value=\"2x2\"", "value=\"3x2\""),
                text(
                        DashRule.TILES,
                        "a sheet of another size",
                        "width=\"320\" height=\"180\"><Essential",
                        "width=\"640\" height=\"180\"><Essential"),
                text(
                        DashRule.TILES,
                        "no property",
                        "http://dashif.org/guidelines/thumbnail_tile",
                        "http://dashif.org/guidelines/other"),
                text(DashRule.TEXT, "text that is a picture", "text/all.vtt", "sheets/1.jpg")
                        .and(DashRule.MIME_TYPE),
                text(
                        DashRule.SAME_MEDIA,
                        "only one of two pictures in DASH",
                        "      <Representation id=\"large\"",
                        "      <Ignored id=\"large\""));
    }

    private static Mutation text(Rule rule, String name, String old, String replacement) {
        return Mutation.of(rule, name, stream -> stream.text(MPD, old, replacement));
    }

    private static Mutation pattern(Rule rule, String name, String pattern, String replacement) {
        return Mutation.of(rule, name, stream -> stream.pattern(MPD, pattern, replacement));
    }

    private static Mutation scale(Rule rule, String name, String pattern, double factor) {
        return Mutation.of(rule, name, stream -> stream.scale(MPD, pattern, factor));
    }
}
