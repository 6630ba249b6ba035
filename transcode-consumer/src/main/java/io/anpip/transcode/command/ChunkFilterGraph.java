package io.anpip.transcode.command;

import io.anpip.media.picture.Scan;
import io.anpip.media.picture.SourcePicture;
import io.anpip.schemas.PictureDetails;
import io.anpip.schemas.VideoTrack;
import io.anpip.transcode.grid.ChunkRange;
import io.anpip.transcode.grid.FrameGrid;
import io.anpip.transcode.ladder.Rung;
import io.anpip.transcode.plan.EncodingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Builds the filter graph of a chunk: deinterlaced, laid on the grid, cut to the chunk, brought to 8-bit BT.709, and scaled
 * down from rung to rung. Rotation comes first: FFmpeg applies it by itself and takes the tag away.
 */
final class ChunkFilterGraph {

    private static final Set<String> PROGRESSIVE = Set.of("progressive", "unknown");

    private ChunkFilterGraph() {}

    static String of(EncodingPlan plan, FrameGrid grid, ChunkRange chunk, VideoTrack track, MissingEnds ends) {
        List<Rung> rungs = plan.encodedRungs();
        Rung largest = rungs.getLast();
        List<String> filters = new ArrayList<>();
        deinterlacing(track).ifPresent(filters::add);
        filters.addAll(onGrid(plan, grid, chunk, ends));
        filters.addAll(picture(track).standardised(largest.width(), largest.height()));
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
        double origin = plan.originSeconds()
                - leftOut(plan, grid) / 2 / grid.frameRate().toDouble();
        if (origin != 0) {
            filters.add(String.format(Locale.ROOT, "setpts=round(PTS-(%.6f)/TB)", origin));
        }
        // The start time fills a beginning that cannot be decoded with the first picture that can. A last picture of
        // next to no length is passed all the same.
        boolean last = chunk.endFrame() == grid.totalFrames();
        filters.add("fps=" + rate + startTime(grid, chunk, ends) + (last ? ":eof_action=pass" : ""));
        if (ends == MissingEnds.FILLED) {
            filters.add("tpad=stop_mode=clone:stop=-1");
        } else if (last) {
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

    /**
     * Where the source has several pictures for each on the grid, the part of a place on the grid that one of them takes: half of it
     * keeps them clear of the middle between two places, where rounded times would be taken now for the one and now for the other.
     */
    private static double leftOut(EncodingPlan plan, FrameGrid grid) {
        long pictures = plan.probe().video().stream()
                .mapToLong(track -> Math.round(
                        track.frameRate().toDouble() / grid.frameRate().toDouble()))
                .sum();
        return pictures > 1 ? 1.0 / pictures : 0;
    }

    /** One picture a field, as the vote on the source's pictures says; a plan from before there was one has a grid of whole pictures. */
    private static Optional<String> deinterlacing(VideoTrack track) {
        if (track.details().isPresent()) {
            return track.details()
                    .map(details -> Scan.of(details.scan()))
                    .filter(Scan::interlaced)
                    .map(Scan::fieldRateFilter);
        }
        return PROGRESSIVE.contains(track.fieldOrder())
                ? Optional.empty()
                : Optional.of("bwdif=mode=send_frame:deint=interlaced");
    }

    private static SourcePicture picture(VideoTrack track) {
        return new SourcePicture(
                track.pixelFormat(),
                Math.min(track.codedWidth(), track.codedHeight()),
                track.details().map(PictureDetails::colorMatrix).orElse("unknown"),
                track.colorTransfer(),
                track.details().map(PictureDetails::colorPrimaries).orElse("unknown"));
    }
}
