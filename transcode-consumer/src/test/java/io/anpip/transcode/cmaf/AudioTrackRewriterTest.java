package io.anpip.transcode.cmaf;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.transcode.cmaf.Rejected.Reason;
import io.anpip.transcode.grid.AudioGrid;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AudioTrackRewriterTest {

    private static final AudioGrid GRID = AudioGrid.of(15);

    @TempDir
    private Path folder;

    @Test
    void thePrimingFrameIsDroppedAndFramesAreRegroupedIntoSegments() throws Exception {
        Rewritten track = (Rewritten) rewrite(SyntheticFile.audio((int) GRID.totalFrames() + 1));

        assertThat(track.init().codecs()).isEqualTo("mp4a.40.2");
        assertThat(track.segments()).extracting(MediaSegment::number).containsExactly(1, 2, 3);
        assertThat(track.segments()).extracting(MediaSegment::sampleCount).containsExactly(281, 282, 140);
        assertThat(track.segments())
                .extracting(MediaSegment::durationTicks)
                .containsExactly(281 * 1024L, 282 * 1024L, 140 * 1024L);
        assertThat(track.segments()).allMatch(segment -> segment.iFrames().isEmpty());
        int next = 0;
        for (MediaSegment segment : track.segments()) {
            ByteBuffer bytes = ByteBuffer.allocate(1_000_000)
                    .put(track.init().bytes())
                    .put(segment.bytes())
                    .flip();
            for (Sample sample : FragmentedFile.read(bytes).samples()) {
                assertThat(sample.decodeTicks()).isEqualTo(next * 1024L);
                assertThat(sample.sync()).isTrue();
                assertThat(bytes.get((int) sample.offset())).isEqualTo((byte) ((next + 1) % 251));
                next++;
            }
        }
        assertThat(next).isEqualTo(703);
    }

    @Test
    void moreFramesThanPlannedAreLeftOut() throws IOException {
        Rewritten track = (Rewritten) rewrite(SyntheticFile.audio((int) GRID.totalFrames() + 5));

        assertThat(track.segments().stream().mapToInt(MediaSegment::sampleCount).sum())
                .isEqualTo(703);
    }

    @Test
    void fewerFramesThanPlannedAreRejected() throws IOException {
        assertThat(rewrite(SyntheticFile.audio((int) GRID.totalFrames())))
                .isEqualTo(new Rejected(Reason.WRONG_FRAME_COUNT, "702 AAC frames in place of 703"));
    }

    @Test
    void anEmptyFileIsRejected() throws IOException {
        assertThat(rewrite(new byte[0]))
                .isEqualTo(
                        new Rejected(Reason.UNREADABLE, "The encoded audio cannot be read: the box moov is missing"));
    }

    private RewriteOutcome rewrite(byte[] file) throws IOException {
        return AudioTrackRewriter.rewrite(Files.write(folder.resolve("sound.mp4"), file), GRID);
    }
}
