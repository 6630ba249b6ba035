package io.anpip.transcode.command;

import io.anpip.schemas.Loudness;
import io.anpip.transcode.plan.LoudnessTarget;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what FFmpeg's filter {@code ebur128} says at the end of a run: integrated loudness, loudness range and true peak
 * (EBU R 128, EBU Tech 3342, ITU-R BS.1770). Pure.
 */
public final class MeasuredLoudness {

    /** What FFmpeg calls minus infinity, as a number: far below what 24 bits can hold. */
    private static final double NO_PEAK_DBTP = -150;

    private static final Pattern INTEGRATED = Pattern.compile("^\\s*I:\\s+(-?[\\d.]+|-inf|nan) LUFS");
    private static final Pattern RANGE = Pattern.compile("^\\s*LRA:\\s+(-?[\\d.]+|-inf|nan) LU");
    private static final Pattern PEAK = Pattern.compile("^\\s*Peak:\\s+(-?[\\d.]+|-inf|nan) dBFS");

    private MeasuredLoudness() {}

    /** The measurement of sound that is left as loud as it is; empty where the lines hold none. */
    public static Optional<Loudness> in(List<String> lines) {
        return last(lines, INTEGRATED)
                .map(integrated -> new Loudness(
                        Math.max(LoudnessTarget.SILENCE_LUFS, integrated),
                        Math.max(0, last(lines, RANGE).orElse(0.0)),
                        Math.max(NO_PEAK_DBTP, last(lines, PEAK).orElse(NO_PEAK_DBTP)),
                        0));
    }

    /** The same measurement of sound that was then made so much louder. */
    public static Loudness withGain(Loudness measured, double gainDb) {
        return new Loudness(measured.integratedLufs(), measured.rangeLu(), measured.truePeakDbtp(), gainDb);
    }

    private static Optional<Double> last(List<String> lines, Pattern pattern) {
        return lines.stream()
                .map(pattern::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .map(text -> text.equals("-inf") || text.equals("nan") ? -1000.0 : Double.parseDouble(text))
                .reduce((earlier, later) -> later);
    }
}
