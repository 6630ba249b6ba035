package io.anpip.validator.rule;

import static io.anpip.validator.rule.Severity.MUST;

/** Rules of the HLS Image Media Playlist extension, version 0.4 (Roku and others). */
public enum ImageRule implements Rule {
    STREAM_INF("stream", MUST, "EXT-X-IMAGE-STREAM-INF has BANDWIDTH, RESOLUTION, CODECS and URI."),
    IMAGES_ONLY("images-only", MUST, "An image playlist has EXT-X-IMAGES-ONLY."),
    TILES("tiles", MUST, "EXT-X-TILES has RESOLUTION, LAYOUT and DURATION, and the picture is as large as they say."),
    LENGTH("duration", MUST, "The tiles of an image cover its EXTINF, and the images the content.");

    private final String number;
    private final Severity severity;
    private final String sentence;

    ImageRule(String number, Severity severity, String sentence) {
        this.number = number;
        this.severity = severity;
        this.sentence = sentence;
    }

    @Override
    public String id() {
        return "Image playlist " + number;
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
