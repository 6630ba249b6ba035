package io.anpip.validator.rule;

import static io.anpip.validator.rule.Severity.MUST;
import static io.anpip.validator.rule.Severity.SHOULD;

/** Rules of ISO/IEC 23009-1 and of the DASH-IF guidelines, named for the element or attribute they are about. */
public enum DashRule implements Rule {
    PARSE("MPD", MUST, "The manifest is well-formed XML with an MPD as its root."),
    PROFILES("profiles", MUST, "The MPD names its profiles and a minBufferTime."),
    STATIC("type", MUST, "A complete stream is static and has a mediaPresentationDuration."),
    IDS("id", MUST, "Ids of representations and adaptation sets are unique."),
    MIME_TYPE("mimeType", MUST, "Every representation has a mimeType that fits its files."),
    BANDWIDTH("bandwidth", MUST, "Playback at the rate of bandwidth does not run dry after minBufferTime."),
    BANDWIDTH_SIZE("bandwidth size", SHOULD, "The bandwidth is no more than twice the measured peak."),
    CODECS("codecs", MUST, "Every representation has codecs, and they name what the files hold."),
    SIZE("width", MUST, "Video has width and height, and they are those of the files."),
    FRAME_RATE("frameRate", MUST, "Video has a frameRate, and it is that of the files."),
    SAR("sar", MUST, "Video has a sar, and pixels are square."),
    CHANNELS("AudioChannelConfiguration", MUST, "Audio has an AudioChannelConfiguration, and it is that of the files."),
    SAMPLING_RATE("audioSamplingRate", MUST, "Audio has an audioSamplingRate, and it is that of the files."),
    TEMPLATE(
            "SegmentTemplate",
            MUST,
            "Segments are addressed by a template that gives each its own name, or by one file with SegmentBase."),
    TIMELINE("SegmentTimeline", MUST, "Times and durations of the timeline are exactly those of the files."),
    PERIOD("Period", MUST, "The segments cover the period."),
    ALIGNMENT("segmentAlignment", MUST, "Segments of all representations of a set begin at the same times."),
    SAP("startWithSAP", MUST, "startWithSAP is 1 and true for video."),
    LANG("lang", MUST, "lang is a language tag of RFC 5646, and text has one."),
    TRICK_MODE("trickmode", MUST, "A trick mode set names the set it belongs to."),
    TILES("thumbnail_tile", MUST, "A tile set names its columns and rows, and its pictures are as large as it says."),
    TEXT("text", MUST, "A text representation is one readable WebVTT file."),
    SAME_MEDIA("same media", MUST, "HLS and DASH list the same media files.");

    private final String number;
    private final Severity severity;
    private final String sentence;

    DashRule(String number, Severity severity, String sentence) {
        this.number = number;
        this.severity = severity;
        this.sentence = sentence;
    }

    @Override
    public String id() {
        return "DASH " + number;
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
