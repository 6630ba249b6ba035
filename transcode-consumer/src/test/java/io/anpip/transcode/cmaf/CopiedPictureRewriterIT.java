package io.anpip.transcode.cmaf;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.schemas.Rational;
import io.anpip.transcode.Ffmpeg;
import io.anpip.transcode.SampleClips;
import io.anpip.transcode.Sources;
import io.anpip.transcode.cmaf.Rejected.Reason;
import io.anpip.transcode.grid.FrameGrid;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What time stamps and flags promise and the bytes do not keep is found in the bytes. */
class CopiedPictureRewriterIT {

    private static final int FRAMES = 325;
    private static final FrameGrid GRID =
            FrameGrid.of(new Rational(25, 1), 13, Sources.settings().grid());

    @TempDir
    private static Path work;

    private static Path copied;

    @BeforeAll
    static void copy() {
        Path clip = SampleClips.numbered(
                work.resolve("clip.mp4"),
                "64x48",
                "25",
                FRAMES,
                "-c:v",
                "libx264",
                "-g",
                "50",
                "-sc_threshold",
                "0",
                "-bf",
                "2",
                "-b_strategy",
                "0",
                "-pix_fmt",
                "yuv420p");
        copied = work.resolve("copied.mp4");
        Ffmpeg.make(
                "-i",
                clip.toString(),
                "-c",
                "copy",
                "-movflags",
                "+frag_keyframe+empty_moov+default_base_moof",
                "-use_editlist",
                "0",
                copied.toString());
    }

    @Test
    void aTrackThatKeepsItsPromisesIsCutIntoSegments() throws IOException {
        assertThat(CopiedPictureRewriter.rewrite(copied, GRID)).isInstanceOfSatisfying(Rewritten.class, track -> {
            assertThat(track.segments()).extracting(MediaSegment::sampleCount).containsExactly(150, 150, 25);
            assertThat(track.segments().getFirst().iFrames()).hasSize(3);
            assertThat(track.timescale()).isEqualTo(25);
        });
    }

    @Test
    void aKeyFrameThatIsNoIdrPictureIsFound() throws IOException, Malformed {
        byte[] bytes = Files.readAllBytes(copied);
        Sample second = FragmentedFile.read(ByteBuffer.wrap(bytes)).samples().get(150);
        for (int at = (int) second.offset(); at < second.offset() + second.size(); ) {
            int length = ByteBuffer.wrap(bytes).getInt(at);
            if ((bytes[at + 4] & 0x1F) == 5) {
                bytes[at + 4] = (byte) (bytes[at + 4] & 0xE0 | 1);
            }
            at += 4 + length;
        }

        assertRejected(bytes, Reason.MISSING_KEY_FRAME, "Frame 150 of the source is no closed key frame");
    }

    @Test
    void parametersThatChangeOnTheWayAreFound() throws IOException, Malformed {
        byte[] bytes = Files.readAllBytes(copied);
        Sample middle = FragmentedFile.read(ByteBuffer.wrap(bytes)).samples().get(70);
        bytes[(int) middle.offset() + 4] = (byte) (bytes[(int) middle.offset() + 4] & 0xE0 | 7);

        assertRejected(bytes, Reason.NOT_CONFORMING, "Frame 70 of the source brings other parameters");
    }

    @Test
    void aProfileThatPlayersRefuseIsFound() throws IOException {
        byte[] bytes = Files.readAllBytes(copied);
        int avcC = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("avcC");
        bytes[avcC + 5] = 110;

        assertRejected(bytes, Reason.NOT_CONFORMING, "H.264 of profile 110");
    }

    @Test
    void anotherNumberOfFramesIsFound() throws IOException {
        FrameGrid longer =
                FrameGrid.of(new Rational(25, 1), 13.04, Sources.settings().grid());

        assertThat(CopiedPictureRewriter.rewrite(copied, longer))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.WRONG_FRAME_COUNT));
    }

    @Test
    void anotherRateIsFound() throws IOException {
        FrameGrid faster = FrameGrid.of(
                new Rational(26, 1), FRAMES / 26.0, Sources.settings().grid());

        assertThat(CopiedPictureRewriter.rewrite(copied, faster))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.WRONG_TIMING));
    }

    @Test
    void aFileThatIsCutOffIsUnreadable() throws IOException {
        byte[] bytes = Files.readAllBytes(copied);

        assertRejected(java.util.Arrays.copyOf(bytes, bytes.length - 100), Reason.UNREADABLE, "cannot be read");
    }

    private static void assertRejected(byte[] bytes, Reason reason, String detail) throws IOException {
        Path doctored = Files.write(work.resolve("doctored.mp4"), bytes);
        assertThat(CopiedPictureRewriter.rewrite(doctored, GRID)).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.reason()).isEqualTo(reason);
            assertThat(rejected.detail()).contains(detail);
        });
    }
}
