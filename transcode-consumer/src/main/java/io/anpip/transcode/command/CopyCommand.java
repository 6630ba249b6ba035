package io.anpip.transcode.command;

import io.anpip.transcode.grid.FrameGrid;
import io.anpip.transcode.plan.AudioRendition;
import io.anpip.transcode.plan.EncodingPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds the arguments of the FFmpeg processes that take a track out of the source as it is, into a fragmented MP4 file of its own
 * without any metadata. Nothing is decoded.
 */
public final class CopyCommand {

    /** What the clock of a copied sound track is ahead of the source's: decode times in a fragmented file can't be negative. */
    public static final int SOUND_AHEAD_SECONDS = 3600;

    private CopyCommand() {}

    /** Takes out the picture track, whole. */
    public static List<String> picture(EncodingPlan plan, List<String> inputArguments, Path file) {
        FrameGrid grid = plan.grid().orElseThrow();
        int stream = plan.probe().video().orElseThrow().streamIndex();
        List<String> arguments = new ArrayList<>(inputArguments);
        arguments.addAll(copied(stream));
        arguments.addAll(List.of(
                "-video_track_timescale",
                Integer.toString(grid.timescale()),
                "-movflags",
                "+frag_keyframe+empty_moov+default_base_moof"));
        arguments.addAll(fragmented(file));
        return List.copyOf(arguments);
    }

    /** Takes out a sound track, whole, with the source's time stamps: where it begins decides which frame is the first. */
    public static List<String> sound(
            EncodingPlan plan, AudioRendition rendition, List<String> inputArguments, Path file) {
        List<String> arguments = new ArrayList<>(List.of("-copyts"));
        arguments.addAll(inputArguments);
        arguments.addAll(copied(rendition.streamIndex()));
        arguments.addAll(List.of(
                "-output_ts_offset",
                Integer.toString(SOUND_AHEAD_SECONDS),
                "-avoid_negative_ts",
                "disabled",
                "-frag_duration",
                "10000000",
                "-movflags",
                "+empty_moov+default_base_moof+frag_discont"));
        arguments.addAll(fragmented(file));
        return List.copyOf(arguments);
    }

    private static List<String> copied(int stream) {
        List<String> copied = new ArrayList<>(List.of("-map", "0:" + stream, "-c", "copy"));
        copied.addAll(WithoutSourceMetadata.ARGUMENTS);
        return copied;
    }

    private static List<String> fragmented(Path file) {
        return List.of("-use_editlist", "0", "-f", "mp4", file.toString());
    }
}
