package io.anpip.transcode.command;

import io.anpip.schemas.VideoTrack;
import io.anpip.transcode.grid.ChunkRange;
import io.anpip.transcode.grid.FrameGrid;
import io.anpip.transcode.ladder.Rung;
import io.anpip.transcode.plan.EncodingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Builds the filter graph of a chunk: deinterlaced, laid on the grid, cut to the chunk, brought to 8-bit BT.709, and scaled
 * down from rung to rung. Rotation comes first: FFmpeg applies it by itself and takes the tag away.
 */
final class ChunkFilterGraph {

    private static final Set<String> PROGRESSIVE = Set.of("progressive", "unknown");
    private static final Set<String> HIGH_DYNAMIC_RANGE = Set.of("smpte2084", "arib-std-b67");

    /** Transfer characteristics of standard definition video, whose colour matrix is not that of BT.709. */
    private static final Set<String> STANDARD_DEFINITION =
            Set.of("smpte170m", "bt470m", "bt470bg", "gamma22", "gamma28", "smpte240m");

    /** Below this many lines, video that does not say so is standard definition, as players take it too. */
    private static final int HIGH_DEFINITION_LINES = 720;

    private ChunkFilterGraph() {}

    static String of(EncodingPlan plan, FrameGrid grid, ChunkRange chunk, VideoTrack track, MissingEnds ends) {
        List<Rung> rungs = plan.encodedRungs();
        Rung largest = rungs.getLast();
        List<String> filters = new ArrayList<>();
        if (!PROGRESSIVE.contains(track.fieldOrder())) {
            filters.add("bwdif=mode=send_frame:deint=interlaced");
        }
        filters.addAll(onGrid(plan, grid, chunk, ends));
        filters.addAll(standardPicture(track, largest));
        filters.add("setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709");
        filters.add("setsar=1");
        StringBuilder graph = new StringBuilder("[0:%d]%s".formatted(track.streamIndex(), String.join(",", filters)));
        // Each rung is scaled from the next larger one: a third less work than all from the largest, and it looks the
        // same.
        for (int index = rungs.size() - 1; index > 0; index--) {
            Rung smaller = rungs.get(index - 1);
            graph.append(",split[%s][below-%s];[below-%s]scale=%d:%d,setsar=1"
                    .formatted(
                            rungs.get(index).name(),
                            rungs.get(index).name(),
                            rungs.get(index).name(),
                            smaller.width(),
                            smaller.height()));
        }
        return graph.append("[%s]".formatted(rungs.getFirst().name())).toString();
    }

    /**
     * Gives every frame its index on the grid as time stamp, and keeps those of the chunk. Rounding is to the nearest place and
     * does not depend on the chunk, so neighbours agree on every frame.
     */
    private static List<String> onGrid(EncodingPlan plan, FrameGrid grid, ChunkRange chunk, MissingEnds ends) {
        List<String> filters = new ArrayList<>();
        String rate = grid.frameRate().numerator() + "/" + grid.frameRate().denominator();
        if (plan.originSeconds() != 0) {
            filters.add(String.format(Locale.ROOT, "setpts=round(PTS-(%.6f)/TB)", plan.originSeconds()));
        }
        // The start time fills a beginning that cannot be decoded with the first picture that can.
        filters.add("fps=" + rate + startTime(grid, chunk, ends));
        if (ends == MissingEnds.FILLED) {
            filters.add("tpad=stop_mode=clone:stop=-1");
        } else if (chunk.endFrame() == grid.totalFrames()) {
            // What the source says of the length of its last picture is rounded: hold it, for a second at most.
            long second = Math.ceilDiv(grid.timescale(), grid.ticksPerFrame());
            filters.add("tpad=stop_mode=clone:stop=" + second);
        }
        filters.add("trim=start_pts=" + chunk.firstFrame() + ":end_pts=" + chunk.endFrame());
        filters.add("setpts=PTS-STARTPTS");
        return filters;
    }

    private static String startTime(FrameGrid grid, ChunkRange chunk, MissingEnds ends) {
        if (chunk.firstFrame() == 0) {
            return ":start_time=0";
        }
        double start = (double) chunk.firstFrame() * grid.ticksPerFrame() / grid.timescale();
        return ends == MissingEnds.FILLED ? String.format(Locale.ROOT, ":start_time=%.6f", start) : "";
    }

    /** The size of the largest rung, in 8-bit BT.709 of limited range. */
    private static List<String> standardPicture(VideoTrack track, Rung largest) {
        String scale = "scale=%d:%d".formatted(largest.width(), largest.height());
        if (HIGH_DYNAMIC_RANGE.contains(track.colorTransfer())) {
            // Scaled first, because tone mapping works on 12 bytes a pixel.
            return List.of(
                    scale,
                    "zscale=tin=%s:min=2020_ncl:pin=2020:t=linear:npl=100".formatted(track.colorTransfer()),
                    "format=gbrpf32le",
                    "zscale=p=bt709",
                    "tonemap=mobius:desat=0",
                    "zscale=t=bt709:m=bt709:r=tv",
                    "format=yuv420p");
        }
        boolean small = Math.min(track.codedWidth(), track.codedHeight()) < HIGH_DEFINITION_LINES;
        boolean otherMatrix = STANDARD_DEFINITION.contains(track.colorTransfer())
                || (small && track.colorTransfer().equals("unknown"));
        return List.of(scale + ":out_range=tv" + (otherMatrix ? ":out_color_matrix=bt709" : ""), "format=yuv420p");
    }
}
