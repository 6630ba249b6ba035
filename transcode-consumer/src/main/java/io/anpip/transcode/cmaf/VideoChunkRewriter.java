package io.anpip.transcode.cmaf;

import io.anpip.transcode.cmaf.Rejected.Reason;
import io.anpip.transcode.grid.ChunkRange;
import io.anpip.transcode.grid.FrameGrid;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Turns the file FFmpeg made of one chunk and one rung into segments of the whole video.
 *
 * <p>FFmpeg starts the clock of every chunk at zero and shows the first frame late by the encoder's delay. Here every frame
 * gets its place on the grid: the first frame of the chunk is decoded at firstFrame * ticksPerFrame, and the edit list of the
 * init segment lets it be shown at the same time. The delay is a matter of settings, so it is equal for all chunks. The checks are those that only the finished file can answer: all frames there, each at its place, a key frame
 * where every group of pictures starts.
 */
public final class VideoChunkRewriter {

    private VideoChunkRewriter() {}

    /** Rewrites a chunk. I/O errors are thrown: they say nothing about the chunk. */
    public static RewriteOutcome rewrite(Path path, FrameGrid grid, ChunkRange chunk) throws IOException {
        try {
            FragmentedFile file = FragmentedFile.read(path);
            List<Sample> samples = file.samples();
            if (file.track().timescale() != grid.timescale()) {
                return new Rejected(
                        Reason.WRONG_TIMING,
                        "Timescale " + file.track().timescale() + " in place of " + grid.timescale());
            }
            if (samples.size() != chunk.frameCount()) {
                return new Rejected(
                        Reason.WRONG_FRAME_COUNT, samples.size() + " frames in place of " + chunk.frameCount());
            }
            if (!isOnGrid(samples, grid.ticksPerFrame())) {
                return new Rejected(Reason.WRONG_TIMING, "Frames are not evenly spaced");
            }
            for (int frame = 0; frame < samples.size(); frame += grid.gopFrames()) {
                if (!samples.get(frame).sync()) {
                    return new Rejected(
                            Reason.MISSING_KEY_FRAME, "Frame " + (chunk.firstFrame() + frame) + " is no key frame");
                }
            }
            return new Rewritten(
                    grid.timescale(),
                    InitSegmentWriter.write(file, file.samples().getFirst().compositionOffset()),
                    segments(file, grid, chunk));
        } catch (Malformed malformed) {
            return new Rejected(Reason.UNREADABLE, "The encoded chunk cannot be read: " + malformed.getMessage());
        }
    }

    /** Whether frames are decoded one tick apart, and shown at exactly the places 0, 1, 2 ... after the first. */
    private static boolean isOnGrid(List<Sample> samples, int ticksPerFrame) {
        long decodeStart = samples.getFirst().decodeTicks();
        long shownStart = samples.getFirst().presentationTicks();
        BitSet shown = new BitSet(samples.size());
        for (int frame = 0; frame < samples.size(); frame++) {
            Sample sample = samples.get(frame);
            long later = sample.presentationTicks() - shownStart;
            if (sample.compositionOffset() < 0
                    || sample.decodeTicks() - decodeStart != (long) frame * ticksPerFrame
                    || later < 0
                    || later % ticksPerFrame != 0
                    || later / ticksPerFrame >= samples.size()) {
                return false;
            }
            shown.set((int) (later / ticksPerFrame));
        }
        return shown.cardinality() == samples.size();
    }

    private static List<MediaSegment> segments(FragmentedFile file, FrameGrid grid, ChunkRange chunk) {
        List<MediaSegment> segments = new ArrayList<>();
        List<Sample> samples = file.samples();
        int number = grid.firstSegmentNumber(chunk);
        for (int start = 0; start < samples.size(); start += grid.segmentFrames()) {
            int end = Math.min(samples.size(), start + grid.segmentFrames());
            List<Fragment> fragments = new ArrayList<>();
            for (int gop = start; gop < end; gop += grid.gopFrames()) {
                long frame = chunk.firstFrame() + gop;
                fragments.add(new Fragment(
                        Math.toIntExact(frame / grid.gopFrames()) + 1,
                        frame * grid.ticksPerFrame(),
                        grid.ticksPerFrame(),
                        samples.subList(gop, Math.min(end, gop + grid.gopFrames())),
                        false));
            }
            segments.add(new MediaSegment(number++, file.bytes(), fragments));
        }
        return segments;
    }
}
