package io.anpip.transcode.cmaf;

import io.anpip.transcode.cmaf.Rejected.Reason;
import io.anpip.transcode.grid.FrameGrid;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Turns the source's own picture track, as FFmpeg has copied it into a file, into segments on the grid. No byte of a sample changes.
 *
 * <p>What the source says of its times is used to find the place of each frame and then forgotten: the frame that is decoded n-th is
 * decoded at n frames, and shown as much later as the largest reordering of the whole track makes necessary. So rounded time stamps
 * (Matroska keeps milliseconds) become exact ones. The checks are those that need the bytes: every segment begins with an IDR picture,
 * nothing after it in the file is shown before it, and no parameter set comes that the init segment does not have.
 */
public final class CopiedPictureRewriter {

    private static final Set<Integer> PROFILES = Set.of(66, 77, 100);

    /** Apple's HLS authoring specification, 1.3: at most High profile of level 5.2. */
    private static final int HIGHEST_LEVEL = 52;

    private CopiedPictureRewriter() {}

    /** Rewrites the whole track. I/O errors are thrown: they say nothing about the track. */
    public static RewriteOutcome rewrite(Path path, FrameGrid grid) throws IOException {
        try {
            FragmentedFile file = FragmentedFile.read(path);
            AvcConfiguration coding = AvcConfiguration.read(file.bytes());
            if (!PROFILES.contains(coding.profile()) || coding.level() > HIGHEST_LEVEL) {
                return new Rejected(
                        Reason.NOT_CONFORMING,
                        "H.264 of profile " + coding.profile() + " and level " + coding.level() / 10.0);
            }
            if (file.samples().size() != grid.totalFrames()) {
                return new Rejected(
                        Reason.WRONG_FRAME_COUNT, file.samples().size() + " frames in place of " + grid.totalFrames());
            }
            return onGrid(file, coding, grid);
        } catch (Malformed malformed) {
            return new Rejected(Reason.UNREADABLE, "The copied track cannot be read: " + malformed.getMessage());
        } catch (IndexOutOfBoundsException | BufferUnderflowException cutOff) {
            return new Rejected(Reason.UNREADABLE, "The copied track cannot be read: a box is cut off");
        }
    }

    private static RewriteOutcome onGrid(FragmentedFile file, AvcConfiguration coding, FrameGrid grid)
            throws Malformed {
        List<Sample> found = file.samples();
        int[] places = new int[found.size()];
        BitSet taken = new BitSet(found.size());
        int delay = 0;
        int latest = -1;
        List<Integer> starts = new ArrayList<>();
        for (int frame = 0; frame < found.size(); frame++) {
            Sample sample = found.get(frame);
            places[frame] = place(file, grid, sample);
            if (places[frame] < 0 || places[frame] >= found.size()) {
                return new Rejected(Reason.WRONG_TIMING, "Frame " + frame + " of the source is not on the grid");
            }
            taken.set(places[frame]);
            if (coding.changesParameters(file.bytes(), sample)) {
                return new Rejected(Reason.NOT_CONFORMING, "Frame " + frame + " of the source brings other parameters");
            }
            if (sample.sync()
                    && places[frame] == frame
                    && latest < frame
                    && coding.isRandomAccess(file.bytes(), sample)) {
                starts.add(frame);
            }
            latest = Math.max(latest, places[frame]);
            delay = Math.max(delay, frame - places[frame]);
        }
        if (taken.cardinality() != found.size()) {
            return new Rejected(Reason.WRONG_TIMING, "Two frames of the source have one place on the grid");
        }
        Set<Integer> sync = Set.copyOf(starts);
        for (int frame = 0; frame < found.size(); frame += grid.segmentFrames()) {
            if (!sync.contains(frame)) {
                return new Rejected(
                        Reason.MISSING_KEY_FRAME, "Frame " + frame + " of the source is no closed key frame");
            }
        }
        List<Sample> samples = placed(found, places, delay, sync, grid.ticksPerFrame());
        return new Rewritten(
                grid.timescale(),
                InitSegmentWriter.write(file, delay * grid.ticksPerFrame()),
                segments(file, samples, starts, grid));
    }

    /** Which frame of the grid a sample is, counted from the first that is shown; negative where it lies between two. */
    private static int place(FragmentedFile file, FrameGrid grid, Sample sample) {
        double seconds =
                (double) (sample.presentationTicks() - file.samples().getFirst().presentationTicks())
                        / file.track().timescale();
        double frames = seconds * grid.frameRate().toDouble();
        long nearest = Math.round(frames);
        return Math.abs(frames - nearest) > 0.25 || nearest > Integer.MAX_VALUE ? -1 : (int) nearest;
    }

    private static List<Sample> placed(
            List<Sample> found, int[] places, int delay, Set<Integer> sync, int ticksPerFrame) {
        List<Sample> samples = new ArrayList<>(found.size());
        for (int frame = 0; frame < found.size(); frame++) {
            samples.add(new Sample(
                    found.get(frame).offset(),
                    found.get(frame).size(),
                    (long) frame * ticksPerFrame,
                    (places[frame] + delay - frame) * ticksPerFrame,
                    sync.contains(frame)));
        }
        return samples;
    }

    /** Segments as in every other rendition; a fragment from each key frame to the next. */
    private static List<MediaSegment> segments(
            FragmentedFile file, List<Sample> samples, List<Integer> starts, FrameGrid grid) {
        List<MediaSegment> segments = new ArrayList<>();
        List<Fragment> fragments = new ArrayList<>();
        for (int index = 0; index < starts.size(); index++) {
            int start = starts.get(index);
            int end = index + 1 < starts.size() ? starts.get(index + 1) : samples.size();
            fragments.add(new Fragment(
                    index + 1,
                    (long) start * grid.ticksPerFrame(),
                    grid.ticksPerFrame(),
                    samples.subList(start, end),
                    false));
            if (end == samples.size() || end % grid.segmentFrames() == 0) {
                segments.add(new MediaSegment(segments.size() + 1, file.bytes(), fragments));
                fragments.clear();
            }
        }
        return segments;
    }
}
