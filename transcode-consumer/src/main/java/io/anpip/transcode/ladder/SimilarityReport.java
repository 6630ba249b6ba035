package io.anpip.transcode.ladder;

import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what FFmpeg's ssim filter writes into its file: a line for every picture, with the similarity of its luma after "Y:". */
public final class SimilarityReport {

    private static final Pattern LUMA = Pattern.compile("\\bY:([0-9.]+)");

    private SimilarityReport() {}

    /** The smallest similarity of all pictures, 1 where all are the same; empty where there is no picture. */
    public static OptionalDouble lowest(List<String> lines) {
        return lines.stream()
                .map(LUMA::matcher)
                .filter(Matcher::find)
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .min();
    }
}
