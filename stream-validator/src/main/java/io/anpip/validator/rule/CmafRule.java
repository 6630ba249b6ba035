package io.anpip.validator.rule;

import static io.anpip.validator.rule.Severity.MUST;

/** Rules of the Common Media Application Format (ISO/IEC 23000-19), named for the box they are about. */
public enum CmafRule implements Rule {
    FILE("file", MUST, "Every segment is a movie fragment file that can be read to its end."),
    HEADER("header", MUST, "The init segment is ftyp and moov with mvex, and holds no samples."),
    TRACK("track", MUST, "A file holds exactly one track, with one sample description."),
    TRACK_ID("tfhd track", MUST, "Fragments belong to the track of the init segment."),
    BASE("tfhd", MUST, "Data offsets count from the moof (default-base-is-moof, no base-data-offset)."),
    TFDT("tfdt", MUST, "Every fragment has one tfdt."),
    TRUN("trun", MUST, "All samples of a fragment lie in the mdat that follows its moof."),
    SEQUENCE("mfhd", MUST, "Sequence numbers of fragments rise."),
    EDIT(
            "elst",
            MUST,
            "There is at most one edit, without an end and at normal speed, and it shows the first frame at time zero."),
    SYNC("sync", MUST, "A fragment starts with a sync sample, and what is marked as one is one."),
    FRAMES("frames", MUST, "Frames are evenly spaced: the frame count is the duration times the frame rate."),
    ENTRY("codec", MUST, "The sample description can be read and is of a known codec."),
    SAME_INIT("init", MUST, "HLS and DASH use the same init segment for the same segments.");

    private final String number;
    private final Severity severity;
    private final String sentence;

    CmafRule(String number, Severity severity, String sentence) {
        this.number = number;
        this.severity = severity;
        this.sentence = sentence;
    }

    @Override
    public String id() {
        return "CMAF " + number;
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
