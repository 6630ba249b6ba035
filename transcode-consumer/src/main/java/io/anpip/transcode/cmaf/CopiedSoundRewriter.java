package io.anpip.transcode.cmaf;

import io.anpip.transcode.cmaf.Rejected.Reason;
import io.anpip.transcode.grid.AudioGrid;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Turns the source's own AAC track, as FFmpeg has copied it into a file, into segments beside those of the video. No byte of a frame
 * changes.
 *
 * <p>The frame that begins next to time zero becomes the first, so the sound is off by half a frame, 10.7 ms, at most. Frames before it,
 * the encoder's priming among them, are left out.
 */
public final class CopiedSoundRewriter {

    private static final String AAC_LC = "mp4a.40.2";
    private static final int MOST_BITS_PER_SECOND = 160_000;

    private CopiedSoundRewriter() {}

    /**
     * Rewrites a track. I/O errors are thrown: they say nothing about the track.
     *
     * @param zeroSeconds the time in the clock of the file that is zero in the encoded video
     */
    public static RewriteOutcome rewrite(Path path, AudioGrid grid, double zeroSeconds) throws IOException {
        try {
            FragmentedFile file = FragmentedFile.read(path);
            if (!file.track().codecs().equals(AAC_LC) || file.track().timescale() != AudioGrid.SAMPLE_RATE_HZ) {
                return new Rejected(
                        Reason.NOT_CONFORMING,
                        file.track().codecs() + " at " + file.track().timescale() + " samples a second");
            }
            return fromZero(file, grid, Math.round(zeroSeconds * AudioGrid.SAMPLE_RATE_HZ));
        } catch (Malformed malformed) {
            return new Rejected(Reason.UNREADABLE, "The copied sound cannot be read: " + malformed.getMessage());
        }
    }

    private static RewriteOutcome fromZero(FragmentedFile file, AudioGrid grid, long zero) throws Malformed {
        List<Sample> frames = file.samples();
        int first = 0;
        while (first < frames.size() && frames.get(first).decodeTicks() < zero - AudioGrid.FRAME_SAMPLES / 2) {
            first++;
        }
        if (frames.size() - first < grid.totalFrames()) {
            return new Rejected(
                    Reason.WRONG_FRAME_COUNT, frames.size() - first + " AAC frames in place of " + grid.totalFrames());
        }
        List<Sample> used = frames.subList(first, Math.toIntExact(first + grid.totalFrames()));
        long begin = used.getFirst().decodeTicks();
        for (int frame = 0; frame < used.size(); frame++) {
            if (used.get(frame).decodeTicks() != begin + (long) frame * AudioGrid.FRAME_SAMPLES) {
                return new Rejected(Reason.WRONG_TIMING, "The sound has a gap before frame " + frame);
            }
        }
        if (begin > zero + AudioGrid.FRAME_SAMPLES / 2) {
            return new Rejected(Reason.WRONG_TIMING, "The sound begins after the picture");
        }
        long bytes = used.stream().mapToLong(Sample::size).sum();
        if (bytes * 8 > MOST_BITS_PER_SECOND * grid.durationSeconds()) {
            return new Rejected(Reason.NOT_CONFORMING, "The sound has more than 160 kbps");
        }
        return new Rewritten(
                AudioGrid.SAMPLE_RATE_HZ,
                InitSegmentWriter.write(file, 0),
                AudioTrackRewriter.segments(file, used, grid));
    }
}
