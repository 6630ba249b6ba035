package io.anpip.transcode.command;

import io.anpip.schemas.VideoTrack;
import io.anpip.transcode.ladder.Rung;
import io.anpip.transcode.plan.EncodingPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Builds the arguments of the FFmpeg process that looks at a few key frames of a source and compares, for every size of the ladder, the
 * picture with what is left of it after it went through the next smaller size.
 *
 * <p>Each picture is an input of its own, opened at its time: one key frame is decoded of each, however long the source is. Luma alone is
 * compared, in tiles, because a line of small print in a flat picture is lost in the average over the whole.
 */
public final class ContentLookCommand {

    /** Tiles a picture is cut into, in each direction. */
    static final int TILES = 8;

    /** SSIM works on windows of 8 pixels: smaller tiles say nothing. */
    private static final int SMALLEST_SIDE = 16 * TILES;

    private ContentLookCommand() {}

    /**
     * One comparison of two neighbouring sizes.
     *
     * @param larger the size that is judged
     * @param smaller the next smaller one
     */
    public record Comparison(Rung larger, Rung smaller) {

        /** Where its similarities are found afterwards, a line for each tile. */
        public Path report(Path folder) {
            return folder.resolve(larger.shortSide() + ".txt");
        }
    }

    /** What of a ladder can be compared, the largest sizes first. */
    public static List<Comparison> comparisons(List<Rung> rungs) {
        List<Comparison> comparisons = new ArrayList<>();
        for (int index = rungs.size() - 1; index > 0; index--) {
            Rung larger = rungs.get(index);
            Rung smaller = rungs.get(index - 1);
            if (smaller.shortSide() < larger.shortSide() && larger.shortSide() >= SMALLEST_SIDE) {
                comparisons.add(new Comparison(larger, smaller));
            }
        }
        return List.copyOf(comparisons);
    }

    /**
     * The arguments after the name of the program.
     *
     * @param plan plan with the whole ladder, of which something can be compared
     * @param pictures how many pictures, evenly spaced over the source
     * @param inputArguments how to open the source, ending in {@code -i} and its address
     * @param folder where the reports go
     * @param quoted makes of a file the value of an option inside of a filter graph
     */
    public static List<String> of(
            EncodingPlan plan, int pictures, List<String> inputArguments, Path folder, Function<Path, String> quoted) {
        VideoTrack track = plan.probe().video().orElseThrow();
        // A picture that is not decoded as it was made, and patched up, shows nothing of what the sizes are worth.
        List<String> arguments = new ArrayList<>(List.of("-xerror"));
        for (int picture = 0; picture < pictures; picture++) {
            double time = track.durationSeconds() * (picture + 0.5) / pictures;
            arguments.addAll(
                    List.of("-err_detect", "explode", "-skip_frame", "nokey", "-threads", "1", "-an", "-sn", "-dn"));
            arguments.addAll(List.of("-noaccurate_seek", "-ss", String.format(Locale.ROOT, "%.3f", time)));
            arguments.addAll(inputArguments);
        }
        List<Comparison> comparisons = comparisons(plan.rungs());
        arguments.addAll(List.of("-filter_complex", graph(track, pictures, comparisons, folder, quoted)));
        for (Comparison comparison : comparisons) {
            arguments.addAll(List.of("-map", "[done-" + comparison.larger().shortSide() + "]", "-f", "null", "-"));
        }
        return List.copyOf(arguments);
    }

    private static String graph(
            VideoTrack track, int pictures, List<Comparison> comparisons, Path folder, Function<Path, String> quoted) {
        Rung largest = comparisons.getFirst().larger();
        List<String> chains = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        for (int picture = 0; picture < pictures; picture++) {
            chains.add("[%d:%d]trim=end_frame=1,settb=1/25,setpts=0,scale=%d:%d,format=gray,setsar=1[picture-%d]"
                    .formatted(picture, track.streamIndex(), largest.width(), largest.height(), picture));
            all.append("[picture-%d]".formatted(picture));
        }
        chains.add("%sconcat=n=%d[size-%d]".formatted(all, pictures, largest.shortSide()));
        for (Comparison comparison : comparisons) {
            boolean last = comparison == comparisons.getLast();
            chains.addAll(compare(comparison, last, quoted.apply(comparison.report(folder))));
        }
        return String.join(";", chains);
    }

    /** From the pictures in the larger size to their similarities, and on to the pictures in the smaller size. */
    private static List<String> compare(Comparison comparison, boolean last, String report) {
        Rung larger = comparison.larger();
        Rung smaller = comparison.smaller();
        int size = larger.shortSide();
        String tiles = "crop=%d:%d,untile=%dx%d"
                .formatted(larger.width() / TILES * TILES, larger.height() / TILES * TILES, TILES, TILES);
        String onward = last ? "" : "split[size-%d][up-%d];[up-%d]".formatted(smaller.shortSide(), size, size);
        return List.of(
                "[size-%d]split[whole-%d][down-%d]".formatted(size, size, size),
                "[whole-%d]%s[wanted-%d]".formatted(size, tiles, size),
                "[down-%d]scale=%d:%d,%sscale=%d:%d,%s[shown-%d]"
                        .formatted(
                                size,
                                smaller.width(),
                                smaller.height(),
                                onward,
                                larger.width(),
                                larger.height(),
                                tiles,
                                size),
                "[shown-%d][wanted-%d]ssim=stats_file=%s,settb=1/25,setpts=N[done-%d]"
                        .formatted(size, size, report, size));
    }
}
