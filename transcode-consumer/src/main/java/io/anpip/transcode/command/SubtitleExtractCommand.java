package io.anpip.transcode.command;

import io.anpip.transcode.plan.TextRendition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Builds the arguments of the FFmpeg process that takes one text subtitle track out of a source, on the clock of the source.
 *
 * <p>SubStation Alpha is copied: FFmpeg's conversion would show the commands of its drawings as text. All else becomes SubRip, which
 * keeps milliseconds.
 */
public final class SubtitleExtractCommand {

    /** No text of people is longer; FFmpeg stops writing there. */
    public static final long MOST_BYTES = 16L << 20;

    private static final Set<String> SUBSTATION_ALPHA = Set.of("ass", "ssa");

    private SubtitleExtractCommand() {}

    /** Whether the file will be SubStation Alpha; else it is SubRip. */
    public static boolean keepsSubStationAlpha(TextRendition rendition) {
        return SUBSTATION_ALPHA.contains(rendition.codec());
    }

    /**
     * The arguments after the name of the program.
     *
     * @param inputArguments how to open the source, ending in {@code -i} and its address
     * @param file where the result goes; overwritten
     */
    public static List<String> of(TextRendition rendition, List<String> inputArguments, Path file) {
        boolean copied = keepsSubStationAlpha(rendition);
        List<String> arguments = new ArrayList<>(List.of("-copyts"));
        arguments.addAll(inputArguments);
        arguments.addAll(List.of(
                "-map",
                "0:" + rendition.streamIndex(),
                "-c:s",
                copied ? "copy" : "subrip",
                "-map_metadata",
                "-1",
                "-map_chapters",
                "-1",
                "-fs",
                Long.toString(MOST_BYTES),
                "-f",
                copied ? "ass" : "srt",
                file.toString()));
        return List.copyOf(arguments);
    }
}
