package io.anpip.transcode.command;

import io.anpip.schemas.VideoTrack;
import io.anpip.transcode.grid.ChunkRange;
import io.anpip.transcode.grid.FrameGrid;
import io.anpip.transcode.ladder.Rung;
import io.anpip.transcode.plan.EncoderSettings;
import io.anpip.transcode.plan.EncodingPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Builds the arguments of the FFmpeg process that makes all rungs of one chunk: it decodes once and writes one fragmented MP4
 * file a rung.
 *
 * <p>Frames find their places by the absolute time stamps of the source ({@code -copyts}), so a chunk does not depend on where
 * seeking happened to land. Overwriting, logging and progress are left to whoever runs it.
 */
public final class ChunkEncodeCommand {

    /** Demuxers that seek to a key frame by an index. Others land anywhere, so more of the source is decoded ahead. */
    private static final List<String> INDEXED = List.of("mov", "matroska");

    /** Seeking is by decode time: this covers what frames are shown later than they are decoded. */
    private static final double SEEK_MARGIN_SECONDS = 1;

    /** Where the pictures around the start of a chunk are damaged, an earlier one is shown on. */
    private static final double FURTHER_BACK_SECONDS = 30;

    private ChunkEncodeCommand() {}

    /**
     * The arguments after the name of the program.
     *
     * @param plan plan of a video with a picture track
     * @param inputArguments how to open the source, ending in {@code -i} and its address
     * @param folder where the files go
     */
    public static List<String> of(EncodingPlan plan, ChunkRange chunk, List<String> inputArguments, Path folder) {
        return of(plan, chunk, inputArguments, folder, MissingEnds.NOTICED);
    }

    /** The same, with a choice of what becomes of pictures that are missing at the ends of the chunk. */
    public static List<String> of(
            EncodingPlan plan, ChunkRange chunk, List<String> inputArguments, Path folder, MissingEnds ends) {
        FrameGrid grid = plan.grid().orElseThrow();
        VideoTrack track = plan.probe().video().orElseThrow();
        List<String> arguments = new ArrayList<>(List.of("-copyts"));
        arguments.addAll(seek(plan, grid, chunk, track, ends));
        arguments.addAll(List.of("-threads", Integer.toString(plan.encoder().threads())));
        arguments.addAll(inputArguments);
        arguments.addAll(List.of("-filter_complex", ChunkFilterGraph.of(plan, grid, chunk, track, ends)));
        for (Rung rung : plan.encodedRungs()) {
            arguments.addAll(output(rung, grid, plan.encoder(), outputFile(folder, rung)));
        }
        return List.copyOf(arguments);
    }

    /** Where the file of a rung is found afterwards. */
    public static Path outputFile(Path folder, Rung rung) {
        return folder.resolve(rung.name() + ".mp4");
    }

    private static List<String> seek(
            EncodingPlan plan, FrameGrid grid, ChunkRange chunk, VideoTrack track, MissingEnds ends) {
        double chunkStart = (double) chunk.firstFrame() * grid.ticksPerFrame() / grid.timescale();
        double ahead = INDEXED.contains(plan.probe().demuxer())
                ? SEEK_MARGIN_SECONDS
                : SEEK_MARGIN_SECONDS + track.largestKeyFrameGapSeconds();
        if (ends == MissingEnds.FILLED) {
            ahead += FURTHER_BACK_SECONDS;
        }
        double target = track.startSeconds() + chunkStart - ahead;
        if (chunkStart <= ahead || target <= 0 || !isDecodableFromTheMiddle(track)) {
            return List.of();
        }
        // The time is meant in the clock of the file, and what is decoded ahead is cut by the graph, on the grid.
        return List.of("-seek_timestamp", "1", "-noaccurate_seek", "-ss", String.format(Locale.ROOT, "%.6f", target));
    }

    /**
     * Older x264 builds wrote 4:4:4 in a way of their own, and FFmpeg knows from a message in the first picture alone which
     * build it was: after a seek it would decode garbage.
     */
    private static boolean isDecodableFromTheMiddle(VideoTrack track) {
        return !(track.codec().equals("h264") && track.pixelFormat().contains("444"));
    }

    private static List<String> output(Rung rung, FrameGrid grid, EncoderSettings encoder, Path file) {
        List<String> arguments = new ArrayList<>(List.of("-map", "[" + rung.name() + "]", "-fps_mode", "passthrough"));
        arguments.addAll(VideoEncoderArguments.of(rung, grid.gopFrames(), encoder.threads()));
        arguments.addAll(WithoutSourceMetadata.ARGUMENTS);
        arguments.addAll(List.of(
                "-video_track_timescale",
                Integer.toString(grid.timescale()),
                "-movflags",
                "+frag_keyframe+empty_moov+default_base_moof",
                "-use_editlist",
                "0",
                "-f",
                "mp4",
                file.toString()));
        return arguments;
    }
}
