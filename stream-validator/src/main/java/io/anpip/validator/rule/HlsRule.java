package io.anpip.validator.rule;

import static io.anpip.validator.rule.Severity.MUST;
import static io.anpip.validator.rule.Severity.SHOULD;

/** Numbered clauses of RFC 8216, HTTP Live Streaming. */
public enum HlsRule implements Rule {
    TEXT("4", MUST, "A playlist is UTF-8 text without a byte order mark and without control characters."),
    ONE_KIND("4.1", MUST, "A playlist is a multivariant or a media playlist, not both."),
    ATTRIBUTES("4.2", MUST, "Attribute lists are well formed, and no attribute occurs twice."),
    ATTRIBUTE_VALUE("4.2 value", MUST, "Attributes have a value of the kind that is defined for them."),
    EXTM3U("4.3.1.1", MUST, "The first line is #EXTM3U."),
    VERSION("4.3.1.2", MUST, "EXT-X-VERSION occurs at most once and allows all that is used."),
    EXTINF("4.3.2.1", MUST, "Every media segment has one EXTINF with a decimal duration."),
    BYTE_RANGE("4.3.2.2", MUST, "A byte range lies within its file."),
    MAP_URI("4.3.2.5", MUST, "EXT-X-MAP has a URI."),
    TARGET_DURATION("4.3.3.1", MUST, "EXT-X-TARGETDURATION occurs once and is no less than any EXTINF, rounded."),
    MEDIA_SEQUENCE("4.3.3.2", MUST, "EXT-X-MEDIA-SEQUENCE is a whole number and stands before the first segment."),
    END_LIST("4.3.3.4", MUST, "A complete playlist ends with EXT-X-ENDLIST."),
    PLAYLIST_TYPE("4.3.3.5", MUST, "EXT-X-PLAYLIST-TYPE is EVENT or VOD."),
    I_FRAME(
            "4.3.3.6",
            MUST,
            "Every segment of an I-frame playlist is one key frame, and its EXTINF reaches to the next one."),
    MEDIA("4.3.4.1", MUST, "EXT-X-MEDIA has TYPE, GROUP-ID and NAME, and a URI where its type wants one."),
    MEDIA_LANGUAGE("4.3.4.1 LANGUAGE", MUST, "LANGUAGE is a language tag of RFC 5646."),
    GROUP(
            "4.3.4.1.1",
            MUST,
            "The renditions of a group have different names, and at most one is the default, which is selected by itself."),
    AUTOSELECT(
            "4.3.4.1.1 AUTOSELECT",
            SHOULD,
            "Renditions of a group that are selected by themselves differ in language, characteristics or FORCED."),
    SAME_MEMBERS(
            "4.3.4.1.1 members",
            MUST,
            "Groups of one type have the same members, which differ in URI and CHANNELS alone."),
    STREAM_INF("4.3.4.2", MUST, "EXT-X-STREAM-INF has BANDWIDTH and is followed by a URI."),
    STREAM_GROUP("4.3.4.2.1", MUST, "The groups that a variant names exist, with the right type."),
    I_FRAME_STREAM_INF("4.3.4.3", MUST, "EXT-X-I-FRAME-STREAM-INF has BANDWIDTH and URI."),
    SAME_INIT("6.2.4 init", MUST, "Media initialization sections of one playlist are byte-identical."),
    CHANNELS("4.3.4.1 CHANNELS", SHOULD, "CHANNELS is there for sound, and is the number of channels of the files.");

    private final String number;
    private final Severity severity;
    private final String sentence;

    HlsRule(String number, Severity severity, String sentence) {
        this.number = number;
        this.severity = severity;
        this.sentence = sentence;
    }

    @Override
    public String id() {
        return "RFC 8216 " + number;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
