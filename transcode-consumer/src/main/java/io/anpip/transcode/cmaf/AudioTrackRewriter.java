package io.anpip.transcode.cmaf;

import io.anpip.transcode.cmaf.Rejected.Reason;
import io.anpip.transcode.grid.AudioGrid;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns the file FFmpeg made of one audio track into segments beside those of the video.
 *
 * <p>The first AAC frame decodes to the encoder's 1024 priming samples; an edit list would hide them, but players differ in
 * what they make of one. So the frame is dropped, and frame 0 of the result is the sound at time zero.
 */
public final class AudioTrackRewriter {

    private static final int PRIMING_FRAMES = 1;

    private AudioTrackRewriter() {}

    /** Rewrites a track. I/O errors are thrown: they say nothing about the track. */
    public static RewriteOutcome rewrite(Path path, AudioGrid grid) throws IOException {
        try {
            FragmentedFile file = FragmentedFile.read(path);
            if (file.track().timescale() != AudioGrid.SAMPLE_RATE_HZ) {
                return new Rejected(
                        Reason.WRONG_TIMING,
                        "Timescale " + file.track().timescale() + " in place of " + AudioGrid.SAMPLE_RATE_HZ);
            }
            long found = file.samples().size() - PRIMING_FRAMES;
            if (found < grid.totalFrames()) {
                return new Rejected(Reason.WRONG_FRAME_COUNT, found + " AAC frames in place of " + grid.totalFrames());
            }
            List<Sample> used =
                    file.samples().subList(PRIMING_FRAMES, file.samples().size());
            return new Rewritten(
                    AudioGrid.SAMPLE_RATE_HZ, InitSegmentWriter.write(file, 0), segments(file, used, grid));
        } catch (Malformed malformed) {
            return new Rejected(Reason.UNREADABLE, "The encoded audio cannot be read: " + malformed.getMessage());
        }
    }

    /** Cuts AAC frames into segments, the first at time zero. */
    static List<MediaSegment> segments(FragmentedFile file, List<Sample> frames, AudioGrid grid) {
        List<MediaSegment> segments = new ArrayList<>();
        int start = 0;
        for (int count : grid.segmentFrames()) {
            int number = segments.size() + 1;
            List<Sample> samples = frames.subList(start, start + count);
            Fragment fragment = new Fragment(
                    number, (long) start * AudioGrid.FRAME_SAMPLES, AudioGrid.FRAME_SAMPLES, samples, true);
            segments.add(new MediaSegment(number, file.bytes(), List.of(fragment)));
            start += count;
        }
        return segments;
    }
}
