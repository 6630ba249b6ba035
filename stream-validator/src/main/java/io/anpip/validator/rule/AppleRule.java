package io.anpip.validator.rule;

import static io.anpip.validator.rule.Severity.MUST;
import static io.anpip.validator.rule.Severity.SHOULD;

/** Numbered clauses of Apple's HLS Authoring Specification for Apple Devices. */
public enum AppleRule implements Rule {
    CODEC("1.2", MUST, "Video is H.264, HEVC or AV1 in fragmented MP4."),
    SOME_UP_TO_41("1.3a", SHOULD, "Some variants need no more than H.264 High Profile, level 4.1."),
    PROFILE_LIMIT("1.3b", MUST, "H.264 needs no more than High Profile, level 5.2."),
    HIGH_PROFILE("1.4", SHOULD, "H.264 is High Profile rather than Main or Baseline."),
    HEVC_CONTAINER("1.5", MUST, "HEVC is in fragmented MP4, not in a transport stream."),
    PARAMETER_SETS(
            "1.10",
            SHOULD,
            "Parameter sets are in the sample description (avc1, hvc1), not in the samples (avc3, hev1)."),
    KEY_FRAME_DISTANCE("1.13", SHOULD, "There is a key frame every two seconds."),
    PROGRESSIVE("1.14", MUST, "Interlaced pictures are deinterlaced."),
    FRAME_RATE_LIMIT("1.19", MUST, "No more than 60 frames a second."),
    SDR_VERSION("1.24", MUST, "There is a version in standard dynamic range."),
    AVERAGE_RATE(
            "1.26", MUST, "The measured average bit rate of a complete stream is within 10 % of AVERAGE-BANDWIDTH."),
    PEAK_RATE("1.27", MUST, "The measured peak bit rate of a complete stream is within 10 % of BANDWIDTH."),
    GROWING_PEAK_RATE(
            "1.29", MUST, "While a stream grows, the measured peak bit rate is less than 125 % of BANDWIDTH."),
    PEAK_TO_AVERAGE("1.30", SHOULD, "The peak bit rate is no more than 200 % of the average."),
    FIRST_VARIANT("1.32", SHOULD, "The variant nearest to 2000 kbps is listed first."),
    ASPECT_RATIO("1.33", MUST, "All variants have the same aspect ratio."),
    STEREO_AAC("2.3", MUST, "Where there is sound, there is stereo AAC."),
    AUDIO_RATE("2.9", SHOULD, "Stereo sound has 32 to 160 kbps."),
    SUBTITLE_FORMAT("5.2", SHOULD, "Subtitles are WebVTT."),
    TIMESTAMP_MAP("5.3", SHOULD, "WebVTT segments begin with an X-TIMESTAMP-MAP."),
    SUBTITLE_LENGTH("5.5", SHOULD, "A subtitle playlist covers the whole content."),
    I_FRAME_PLAYLISTS("6.1", MUST, "There are I-frame playlists."),
    I_FRAME_RATES("6.6", SHOULD, "I-frame playlists come in several bit rates."),
    I_FRAMES_ONLY("6.8", MUST, "I-frame playlists have EXT-X-I-FRAMES-ONLY."),
    I_FRAME_HEADERS("6.10", SHOULD, "The byte range of an I-frame begins at its moof box."),
    CONTINUOUS("7.1", SHOULD, "Segments continue each other, without EXT-X-DISCONTINUITY."),
    DECODE_TIME("7.3", MUST, "The tfdt of a fragment is the decode time of the one before plus its duration."),
    STARTS_WITH_IDR("7.4", MUST, "A video segment starts with an IDR picture."),
    TARGET_SIX("7.5", SHOULD, "The target duration is 6 s."),
    SEGMENT_LENGTH("7.7", MUST, "A segment is no longer than the target duration plus 0.5 s."),
    EXTINF_SUM("8.1", MUST, "The sum of EXTINF of any run of segments is within one video frame of the truth."),
    SAME_TARGET("8.2", MUST, "Audio and video have the same target duration."),
    SAME_DURATION("8.3", MUST, "Audio and video have the same duration."),
    PLAYLIST_TYPE("8.6", MUST, "A complete stream has EXT-X-PLAYLIST-TYPE:VOD."),
    LANGUAGE("8.10", MUST, "Subtitles have a LANGUAGE (also 4.7)."),
    MAP("8.20", MUST, "Fragmented MP4 has an EXT-X-MAP."),
    SAME_BOUNDARIES("8.22", SHOULD, "Audio and video segments begin at the same times."),
    CODECS("9.1", MUST, "Every variant has CODECS, and they name what the files hold."),
    RESOLUTION("9.2", MUST, "Every video variant has RESOLUTION, and it is that of the files."),
    I_FRAME_CODECS("9.3", MUST, "Every I-frame variant has CODECS, and they name what the files hold."),
    I_FRAME_RESOLUTION("9.4", MUST, "Every I-frame variant has RESOLUTION, and it is that of the files."),
    AUDIO_APART("9.5", SHOULD, "Audio and video are separate streams."),
    MULTICHANNEL_APART("9.6", MUST, "Multichannel sound is a separate stream."),
    ALTERNATES_APART(
            "9.7",
            MUST,
            "Alternate sound is a separate stream: every rendition of a group beyond the first has a URI."),
    SEVERAL_VARIANTS("9.9", MUST, "There are several variants, for different connections."),
    TWO_AT_THE_TOP("9.10", SHOULD, "HD has two variants at its largest resolution."),
    INDEPENDENT("9.11", MUST, "Segments are independent, and EXT-X-INDEPENDENT-SEGMENTS says so (also 9.12)."),
    LARGEST_SUM(
            "9.13", MUST, "BANDWIDTH is no less than the largest sum of peak bit rates of what is played together."),
    AVERAGE_BANDWIDTH("9.14", MUST, "Every variant of a complete stream has AVERAGE-BANDWIDTH."),
    FRAME_RATE("9.15", MUST, "Every video variant has FRAME-RATE, and it is that of the files."),
    VIDEO_RANGE(
            "9.16", MUST, "Unless everything is SDR, every video variant has VIDEO-RANGE; it is that of the files."),
    CELLULAR("9.21", MUST, "There is a variant of at most 192 kbps."),
    GZIP("10.1", MUST, "Playlists are sent compressed by gzip to who accepts it."),
    MEDIA_TYPES("10.4", MUST, "Files are sent with their media type.");

    private final String number;
    private final Severity severity;
    private final String sentence;

    AppleRule(String number, Severity severity, String sentence) {
        this.number = number;
        this.severity = severity;
        this.sentence = sentence;
    }

    @Override
    public String id() {
        return "Apple " + number;
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
