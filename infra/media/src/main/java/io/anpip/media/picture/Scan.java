package io.anpip.media.picture;

import java.util.Arrays;

/** How the lines of a picture were taken: all at one time, or as two fields of every other line, half a picture apart in time. */
public enum Scan {
    PROGRESSIVE("progressive"),
    TOP_FIELD_FIRST("tff"),
    BOTTOM_FIELD_FIRST("bff");

    private final String word;

    Scan(String word) {
        this.word = word;
    }

    /** FFmpeg's name of it. */
    public String word() {
        return word;
    }

    public boolean interlaced() {
        return this != PROGRESSIVE;
    }

    /** The scan of this name; progressive where there is none. */
    public static Scan of(String word) {
        return Arrays.stream(values())
                .filter(scan -> scan.word.equals(word))
                .findFirst()
                .orElse(PROGRESSIVE);
    }

    /** What a field order claims: FFmpeg and QuickTime mean the earlier field by the first letter (TN2162, 'fiel' 9 and 14). */
    public static Scan claimedBy(String fieldOrder) {
        return switch (fieldOrder) {
            case "tt", "tb" -> TOP_FIELD_FIRST;
            case "bb", "bt" -> BOTTOM_FIELD_FIRST;
            default -> PROGRESSIVE;
        };
    }

    /** The filter that makes one picture of each field, at its own time; only for interlaced pictures. */
    public String fieldRateFilter() {
        return "bwdif=mode=send_field:parity=" + word + ":deint=all";
    }

    /** The filter that makes one picture of the first field, without looking at the pictures beside it; only for interlaced pictures. */
    public String stillFilter() {
        return "estdif=mode=frame:parity=" + word + ":deint=all";
    }
}
