package io.anpip.transcode.cmaf;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.schemas.Rational;
import io.anpip.transcode.cmaf.Rejected.Reason;
import io.anpip.transcode.cmaf.SyntheticFile.Frame;
import io.anpip.transcode.grid.ChunkRange;
import io.anpip.transcode.grid.FrameGrid;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoChunkRewriterTest {

    private static final int TICKS = 1001;
    private static final FrameGrid GRID = new FrameGrid(
            new Rational(3000, 1001), 39, 6, 18, List.of(new ChunkRange(0, 0, 18), new ChunkRange(1, 18, 21)));

    @TempDir
    private Path folder;

    @Test
    void everyFrameGetsItsPlaceOnTheGridOfTheWholeVideo() throws IOException {
        Rewritten chunk = rewritten(
                SyntheticFile.video(3000, TICKS, frames(21), 0), GRID.chunks().get(1));

        assertThat(chunk.timescale()).isEqualTo(3000);
        assertThat(chunk.segments()).extracting(MediaSegment::number).containsExactly(2, 3);
        assertThat(chunk.segments()).extracting(MediaSegment::sampleCount).containsExactly(18, 3);
        assertThat(chunk.segments()).extracting(MediaSegment::durationTicks).containsExactly(18_018L, 3003L);
        FragmentedFile joined = joined(chunk);
        assertThat(joined.samples()).hasSize(21);
        for (int frame = 0; frame < 21; frame++) {
            Sample sample = joined.samples().get(frame);
            assertThat(sample.decodeTicks()).isEqualTo((18L + frame) * TICKS);
            assertThat(sample.sync()).isEqualTo(frame % 6 == 0);
            assertThat(sample.compositionOffset())
                    .isEqualTo(frames(21).get(frame).compositionOffset());
            byte[] content = new byte[sample.size()];
            joined.bytes().get((int) sample.offset(), content);
            byte[] expected = new byte[SyntheticFile.sizeOf(frame)];
            Arrays.fill(expected, (byte) frame);
            assertThat(content).isEqualTo(expected);
        }
    }

    @Test
    void keyFrameRangesRunFromTheFragmentToTheEndOfItsKeyFrame() throws IOException {
        Rewritten chunk = rewritten(
                SyntheticFile.video(3000, TICKS, frames(21), 0), GRID.chunks().get(1));

        MediaSegment segment = chunk.segments().getFirst();
        ByteBuffer bytes = ByteBuffer.wrap(segment.bytes());
        assertThat(bytes.limit()).isEqualTo((int) segment.sizeBytes());
        assertThat(segment.iFrames()).extracting(IFrameRange::decodeTicks).containsExactly(18_018L, 24_024L, 30_030L);
        assertThat(segment.iFrames()).extracting(IFrameRange::durationTicks).containsOnly(6006L);
        int frame = 0;
        for (IFrameRange range : segment.iFrames()) {
            assertThat(bytes.getInt((int) range.offset() + 4)).isEqualTo(Box.MOOF);
            int last = (int) (range.offset() + range.length() - 1);
            assertThat(bytes.get(last)).isEqualTo((byte) frame);
            assertThat(bytes.get(last + 1)).isEqualTo((byte) (frame + 1));
            frame += 6;
        }
    }

    @Test
    void initSegmentsDoNotDependOnTheChunk() throws IOException {
        InitSegment one = rewritten(
                        SyntheticFile.video(3000, TICKS, frames(18), 11),
                        GRID.chunks().get(0))
                .init();
        InitSegment other = rewritten(
                        SyntheticFile.video(3000, TICKS, frames(21), 99),
                        GRID.chunks().get(1))
                .init();

        assertThat(one.bytes()).isEqualTo(other.bytes());
        assertThat(one.sha256()).isEqualTo(other.sha256()).hasSize(64);
        assertThat(one.codecs()).isEqualTo("avc1.64001F");
    }

    @Test
    void theEditListTakesBackTheDelayOfTheEncoder() throws Exception {
        InitSegment init = rewritten(
                        SyntheticFile.video(3000, TICKS, frames(18), 11),
                        GRID.chunks().get(0))
                .init();

        ByteBuffer bytes = ByteBuffer.wrap(init.bytes());
        Box track = Box.between(bytes, 0, bytes.limit()).get(1).child(bytes, "trak");
        Box edits = track.child(bytes, "edts").child(bytes, "elst");
        assertThat(bytes.getInt(edits.content() + 4)).isEqualTo(1);
        assertThat(bytes.getInt(edits.content() + 8)).isZero();
        assertThat(bytes.getInt(edits.content() + 12)).isEqualTo(2 * TICKS);
    }

    @Test
    void aMissingFrameIsRejected() throws IOException {
        assertThat(rewrite(
                        SyntheticFile.video(3000, TICKS, frames(17), 0),
                        GRID.chunks().get(0)))
                .isEqualTo(new Rejected(Reason.WRONG_FRAME_COUNT, "17 frames in place of 18"));
    }

    @Test
    void aFileWithoutFramesIsRejected() throws IOException {
        assertThat(rewrite(
                        SyntheticFile.video(3000, TICKS, List.of(), 0),
                        GRID.chunks().get(0)))
                .isEqualTo(new Rejected(Reason.WRONG_FRAME_COUNT, "0 frames in place of 18"));
    }

    @Test
    void aGroupThatDoesNotStartWithAKeyFrameIsRejected() throws IOException {
        List<Frame> frames = new ArrayList<>(frames(18));
        frames.set(6, new Frame(frames.get(6).compositionOffset(), false));

        assertThat(rewrite(
                        SyntheticFile.video(3000, TICKS, frames, 0),
                        GRID.chunks().get(0)))
                .isEqualTo(new Rejected(Reason.MISSING_KEY_FRAME, "Frame 6 is no key frame"));
    }

    @Test
    void framesShownAtTheSameTimeAreRejected() throws IOException {
        List<Frame> frames = new ArrayList<>(frames(18));
        frames.set(3, new Frame(frames.get(3).compositionOffset() + TICKS, false));

        assertThat(rewrite(
                        SyntheticFile.video(3000, TICKS, frames, 0),
                        GRID.chunks().get(0)))
                .isEqualTo(new Rejected(Reason.WRONG_TIMING, "Frames are not evenly spaced"));
    }

    @Test
    void aFrameLengthThatIsNotOfTheGridIsRejected() throws IOException {
        assertThat(rewrite(
                        SyntheticFile.video(3000, 1000, frames(18), 0),
                        GRID.chunks().get(0)))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void aFileCutOffAnywhereIsRejectedAndNeverAnError() throws IOException {
        byte[] whole = SyntheticFile.video(3000, TICKS, frames(18), 0);
        for (int length = 0; length < whole.length; length++) {
            RewriteOutcome outcome =
                    rewrite(Arrays.copyOf(whole, length), GRID.chunks().get(0));
            assertThat(outcome).as("first %d bytes", length).isInstanceOf(Rejected.class);
        }
    }

    /** Key frames every six frames, two B-frames between the others: what x264 makes with a delay of two frames. */
    private static List<Frame> frames(int count) {
        List<Frame> frames = new ArrayList<>();
        for (int frame = 0; frame < count; frame++) {
            int inGroup = frame % 6;
            int groupSize = Math.min(6, count - frame + inGroup);
            int shownLater = groupSize < 6 || inGroup == 0
                    ? 2
                    : List.of(2, 4, 1, 1, 2, 2).get(inGroup);
            frames.add(new Frame(shownLater * TICKS, inGroup == 0));
        }
        return frames;
    }

    private Rewritten rewritten(byte[] file, ChunkRange chunk) throws IOException {
        return (Rewritten) rewrite(file, chunk);
    }

    private RewriteOutcome rewrite(byte[] file, ChunkRange chunk) throws IOException {
        return VideoChunkRewriter.rewrite(Files.write(folder.resolve("chunk.mp4"), file), GRID, chunk);
    }

    private static FragmentedFile joined(Rewritten chunk) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(100_000).put(chunk.init().bytes());
        chunk.segments().forEach(segment -> bytes.put(segment.bytes()));
        try {
            return FragmentedFile.read(bytes.flip());
        } catch (Malformed malformed) {
            throw new AssertionError(malformed);
        }
    }
}
