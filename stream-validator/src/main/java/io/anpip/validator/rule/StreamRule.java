package io.anpip.validator.rule;

import static io.anpip.validator.rule.Severity.MUST;

/** What a folder or a server must hold so that anything can be checked at all. */
public enum StreamRule implements Rule {
    ENTRANCE("entrance", MUST, "There is a multivariant playlist or a manifest."),
    EXISTS("exists", MUST, "Everything that is named exists."),
    INSIDE(
            "inside",
            MUST,
            "Everything that is named lies in the folder or the origin of the stream; anything else is not opened."),
    LIMIT("limit", MUST, "A stream stays within the validator's limits; what goes beyond them is not checked."),
    WEBVTT("WebVTT", MUST, "WebVTT files are readable, and no cue ends before it starts."),
    PICTURE("picture", MUST, "Pictures are JPEG or PNG.");

    private final String number;
    private final Severity severity;
    private final String sentence;

    StreamRule(String number, Severity severity, String sentence) {
        this.number = number;
        this.severity = severity;
        this.sentence = sentence;
    }

    @Override
    public String id() {
        return "Stream " + number;
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
