package io.anpip.transcode;

import static io.anpip.transcode.OddClips.encoded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anpip.schemas.Rational;
import io.anpip.transcode.cmaf.Rewritten;
import io.anpip.transcode.cmaf.VideoChunkRewriter;
import io.anpip.transcode.command.ChunkEncodeCommand;
import io.anpip.transcode.grid.ChunkRange;
import io.anpip.transcode.grid.FrameGrid;
import io.anpip.transcode.plan.EncodingPlan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From one picture to three hours. */
class OddLengthsIT {

    @TempDir
    private Path work;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clip.mp4  | -c:v libx264",
                "clip.mov  | -c:v mjpeg",
                "clip.mkv  | -c:v png -pix_fmt rgb24",
                "clip.ts   | -c:v libx264",
                "clip.avi  | -c:v rawvideo",
                "clip.webm | -c:v libvpx-vp9",
                "clip.mpg  | -c:v mpeg2video",
                "clip.flv  | -c:v libx264",
            })
    void aSinglePictureIsAVideoOfOneFrame(String file, String codec) throws IOException {
        Path clip = OddClips.quarters(work.resolve(file), "160x120", "-frames:v 1 -pix_fmt yuv420p " + codec);

        EncodedStream stream = encoded(clip);

        OddTimesIT.assertFrames(stream, 1);
        OddClips.shown(stream).assertQuarters(12, OddClips.RED, OddClips.GREEN, OddClips.PALE, OddClips.BLUE);
    }

    @ParameterizedTest
    @CsvSource({"2", "3", "49", "51", "149", "151", "299"})
    void aVideoMayEndAnywhere(int frames) throws IOException {
        Path clip = SampleClips.numbered(
                work.resolve("clip.mp4"), "64x48", "25", frames, "-c:v", "libx264", "-qp", "10", "-pix_fmt", "yuv420p");

        OddTimesIT.assertShows(encoded(clip), frames, picture -> picture);
    }

    /** One picture that is shown for a quarter of a minute, a second and a third one for half a second each. */
    @Test
    void aStillIsShownAsLongAsTheFileSays() throws IOException {
        Path clip = SampleClips.numbered(
                work.resolve("clip.mp4"),
                "64x48",
                "25",
                3,
                "-vf setpts=if(lt(N\\,2)\\,15*N\\,15.5)/TB -fps_mode vfr -c:v libx264 -qp 10 -pix_fmt yuv420p"
                        .split(" "));

        EncodedStream stream = encoded(clip);

        assertThat(stream.plan().grid().orElseThrow().frameRate()).isEqualTo(new Rational(10, 1));
        OddTimesIT.assertShows(stream, 160, picture -> picture < 150 ? 0 : picture < 155 ? 1 : 2);
    }

    /** Five pictures a second of which each tells its number, a key frame every five minutes: the first chunk, one in the middle, the last. */
    @Test
    void threeHoursAreCutExactly() throws IOException {
        int frames = 3 * 3600 * 5;
        Path clip = SampleClips.numbered(
                work.resolve("clip.mp4"),
                "32x32",
                "5",
                frames,
                "-c:v libx264 -preset ultrafast -qp 20 -g 1500 -pix_fmt yuv420p".split(" "));
        EncodingPlan plan = Sources.plan(Probing.probe(clip));
        FrameGrid grid = plan.grid().orElseThrow();

        assertThat(grid.totalFrames()).isEqualTo(frames);
        assertThat(grid.durationSeconds()).isEqualTo(3 * 3600);
        int last = grid.chunks().size() - 1;
        for (int index : List.of(0, last / 2, last)) {
            ChunkRange chunk = grid.chunks().get(index);
            Ffmpeg.run(ChunkEncodeCommand.of(plan, chunk, Probing.input(clip).arguments(), work));
            Path file = ChunkEncodeCommand.outputFile(work, plan.rungs().getFirst());
            Rewritten rewritten = (Rewritten) VideoChunkRewriter.rewrite(file, grid, chunk);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(rewritten.init().bytes());
            rewritten.segments().forEach(segment -> bytes.writeBytes(segment.bytes()));

            List<Double> shown = SampleClips.brightnesses(Files.write(work.resolve("chunk.mp4"), bytes.toByteArray()));

            assertThat(shown).hasSize(chunk.frameCount());
            for (int frame = 0; frame < chunk.frameCount(); frame++) {
                assertThat(shown.get(frame))
                        .as("chunk %d, frame %d", index, frame)
                        .isCloseTo(SampleClips.brightness(chunk.firstFrame() + frame), within(5.0));
            }
        }
    }
}
