package io.anpip.media;

import io.anpip.media.picture.Scan;

/**
 * How the pictures of a sample look to FFmpeg's {@code idet}; those that nothing moves in have no vote.
 *
 * @param topFieldFirst pictures that show two times, the upper field first
 * @param bottomFieldFirst pictures that show two times, the lower field first
 * @param progressive pictures that show one time
 */
record ScanVote(int topFieldFirst, int bottomFieldFirst, int progressive) {

    static final ScanVote NONE = new ScanVote(0, 0, 0);

    private static final String VERDICT_LINE = "lavfi.idet.multiple.current_frame=";

    /** This vote and that of one picture, as {@code metadata=print} writes it. */
    ScanVote with(String line) {
        if (!line.startsWith(VERDICT_LINE)) {
            return this;
        }
        return switch (line.substring(VERDICT_LINE.length())) {
            case "tff" -> new ScanVote(topFieldFirst + 1, bottomFieldFirst, progressive);
            case "bff" -> new ScanVote(topFieldFirst, bottomFieldFirst + 1, progressive);
            case "progressive" -> new ScanVote(topFieldFirst, bottomFieldFirst, progressive + 1);
            default -> this;
        };
    }

    ScanVote plus(ScanVote other) {
        return new ScanVote(
                topFieldFirst + other.topFieldFirst,
                bottomFieldFirst + other.bottomFieldFirst,
                progressive + other.progressive);
    }

    /** The majority; what is claimed where nobody votes. */
    Scan verdict(Scan claimed) {
        int interlaced = topFieldFirst + bottomFieldFirst;
        if (interlaced + progressive == 0) {
            return claimed;
        } else if (progressive >= interlaced) {
            return Scan.PROGRESSIVE;
        }
        return topFieldFirst >= bottomFieldFirst ? Scan.TOP_FIELD_FIRST : Scan.BOTTOM_FIELD_FIRST;
    }
}
