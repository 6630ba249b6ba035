package io.anpip.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anpip.schemas.Rational;
import io.anpip.transcode.cmaf.EncodedRendition;
import io.anpip.transcode.cmaf.Rejected;
import io.anpip.transcode.cmaf.Rejected.Reason;
import io.anpip.transcode.cmaf.VideoChunkRewriter;
import io.anpip.transcode.command.ChunkEncodeCommand;
import io.anpip.transcode.grid.ChunkRange;
import io.anpip.transcode.grid.FrameGrid;
import io.anpip.transcode.plan.PlanSettings;
import io.anpip.transcode.plan.Presentation;
import io.anpip.transcode.plan.VideoStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chunks that were encoded apart, by the real FFmpeg, join without a frame too many, too few, or at the wrong place. */
class SeamlessChunksIT {

    private static final PlanSettings SHORT_CHUNKS = Sources.settings(Duration.ofSeconds(6), Duration.ofSeconds(6));

    @TempDir
    private Path work;

    @Test
    void everyFrameOfAConstantRateSourceIsAtItsPlace() throws IOException {
        Path clip = SampleClips.numbered(
                work.resolve("clip.mp4"), "320x240", "30000/1001", 600, "-c:v", "libx264", "-g", "250", "-bf", "3");

        EncodedStream stream = EncodedStream.of(clip, SHORT_CHUNKS, work);

        assertThat(grid(stream).frameRate()).isEqualTo(new Rational(30_000, 1001));
        assertThat(grid(stream).chunks()).hasSize(3);
        assertJoinsWithoutSeams(stream, 600);
        assertShowsFrames(stream.joined("240p"), 600, 0);
    }

    @Test
    void aSourceOfWhichTheClockDoesNotStartAtZeroKeepsItsFirstFrame() throws IOException {
        Path clip = SampleClips.numbered(
                work.resolve("clip.ts"),
                "320x240",
                "25",
                400,
                "-c:v",
                "libx264",
                "-g",
                "100",
                "-output_ts_offset",
                "10");

        EncodedStream stream = EncodedStream.of(clip, SHORT_CHUNKS, work);

        assertThat(stream.plan().originSeconds()).isGreaterThan(10);
        assertThat(grid(stream).chunks()).hasSize(2);
        assertJoinsWithoutSeams(stream, 400);
        assertShowsFrames(stream.joined("240p"), 400, 0);
    }

    @Test
    void aVariableRateIsLaidOnTheGridTheSameWayInEveryChunk() throws IOException {
        Path clip = SampleClips.numbered(
                work.resolve("clip.mkv"),
                "320x240",
                "30",
                300,
                "-vf",
                "setpts='N*2+mod(N*7,5)/3'",
                "-fps_mode",
                "vfr",
                "-enc_time_base",
                "1/1000",
                "-c:v",
                "libx264",
                "-g",
                "250");
        Path reference = work.resolve("reference.mkv");

        EncodedStream stream = EncodedStream.of(clip, SHORT_CHUNKS, work);

        FrameGrid grid = grid(stream);
        assertThat(stream.plan().probe().video().orElseThrow().constantFrameRate())
                .isFalse();
        assertThat(grid.chunks()).hasSizeGreaterThan(2);
        assertJoinsWithoutSeams(stream, grid.totalFrames());
        Ffmpeg.make(
                "-i",
                clip.toString(),
                "-vf",
                "fps=" + grid.frameRate().numerator() + "/" + grid.frameRate().denominator() + ":start_time=0",
                "-c:v",
                "ffv1",
                reference.toString());
        List<Double> expected = SampleClips.brightnesses(reference);
        List<Double> shown = SampleClips.brightnesses(stream.joined("240p"));
        for (int frame = 0; frame < Math.min(expected.size(), shown.size()); frame++) {
            assertThat(shown.get(frame)).as("frame %d", frame).isCloseTo(expected.get(frame), within(3.0));
        }
    }

    @Test
    void allRungsOfAnOddAnamorphicFourFourFourSourceAreWholeAndSquare() throws IOException {
        Path clip = SampleClips.moving(
                work.resolve("clip.mp4"),
                "483x363",
                "25",
                13,
                "-vf",
                "scale=483:363,setsar=4/3",
                "-c:v",
                "libx264",
                "-pix_fmt",
                "yuv444p",
                "-c:a",
                "aac");

        EncodedStream stream = EncodedStream.of(clip, SHORT_CHUNKS, work);

        assertThat(stream.plan().rungs())
                .extracting(rung -> rung.width() + "x" + rung.height())
                .containsExactly("426x240", "638x360");
        assertJoinsWithoutSeams(stream, 325);
        for (VideoStream video : stream.presentation().video()) {
            assertThat(Ffmpeg.probe(
                            stream.joined(video.rung().name()),
                            "-show_entries",
                            "stream=profile,width,height,sample_aspect_ratio,pix_fmt,color_range,color_space",
                            "-of",
                            "csv=p=0"))
                    .containsExactly("High,%d,%d,1:1,yuv420p,tv,bt709"
                            .formatted(video.rung().width(), video.rung().height()));
        }
    }

    @Test
    void aRotatedSourceIsTurnedAndItsTagIsGone() throws IOException {
        Path flat = SampleClips.numbered(
                work.resolve("flat.mp4"), "640x480", "25", 50, "-vf", "geq=lum='if(lt(X,W/2),210,40)':cb=128:cr=128");
        Path clip = work.resolve("clip.mp4");
        Ffmpeg.make("-display_rotation:v:0", "-90", "-i", flat.toString(), "-c", "copy", clip.toString());

        EncodedStream stream = EncodedStream.of(clip, SHORT_CHUNKS, work);

        Path joined = stream.joined("480p");
        assertThat(stream.plan().probe().video().orElseThrow().rotationDegrees())
                .isEqualTo(90);
        assertThat(Ffmpeg.probe(
                        joined, "-show_entries", "stream=width,height:stream_side_data=rotation", "-of", "csv=p=0"))
                .containsExactly("480,640");
        assertThat(halfBrightness(joined, "crop=480:300:0:0")).isGreaterThan(180);
        assertThat(halfBrightness(joined, "crop=480:300:0:340")).isLessThan(60);
    }

    @Test
    void soundThatStartsLaterThanThePictureStaysInTime() throws IOException {
        Path clip = work.resolve("clip.mkv");
        Ffmpeg.make(
                "-itsoffset",
                "1.5",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=320x240:rate=25:duration=14",
                "-itsoffset",
                "4.5",
                "-f",
                "lavfi",
                "-i",
                "sine=frequency=997:sample_rate=44100:duration=5",
                "-c:a",
                "pcm_s16le",
                clip.toString());

        EncodedStream stream = EncodedStream.of(clip, SHORT_CHUNKS, work);

        String log = Ffmpeg.log(
                "-i", stream.joined("audio-0").toString(), "-af", "silencedetect=noise=-40dB:d=0.5", "-f", "null", "-");
        double start = 4.5 - stream.plan().originSeconds();
        assertThat(start).isCloseTo(3, within(0.1));
        assertThat(after(log, "silence_end: ")).isCloseTo(start, within(0.005));
        assertThat(after(log.substring(log.lastIndexOf("silence_start")), "silence_start: "))
                .isCloseTo(start + 5, within(0.03));
        assertThat(stream.track("audio-0").durationTicks() / 48_000.0).isCloseTo(14.0, within(0.011));
    }

    @Test
    void pictureAndSoundThatStartTogetherStayTogether() throws IOException {
        Path clip = work.resolve("clip.mp4");
        Ffmpeg.make(
                "-f",
                "lavfi",
                "-i",
                "color=black:size=320x240:rate=25:duration=14,geq=lum='if(lt(mod(N,50),5),235,16)':cb=128:cr=128",
                "-f",
                "lavfi",
                "-i",
                "aevalsrc='if(lt(mod(t,2),0.2),0.5*sin(2*PI*997*t),0)':s=48000:d=14",
                "-c:v",
                "libx264",
                "-c:a",
                "aac",
                clip.toString());

        EncodedStream stream = EncodedStream.of(clip, SHORT_CHUNKS, work);

        List<Double> flashes = SampleClips.brightnesses(stream.joined("240p"));
        String log = Ffmpeg.log(
                "-i", stream.joined("audio-0").toString(), "-af", "silencedetect=noise=-30dB:d=0.5", "-f", "null", "-");
        List<Double> beeps = log.lines()
                .filter(line -> line.contains("silence_end: "))
                .map(line -> after(line, "silence_end: "))
                .toList();
        assertThat(beeps).hasSizeGreaterThanOrEqualTo(6);
        for (int beep = 0; beep < 6; beep++) {
            int frame = (beep + 1) * 50;
            assertThat(flashes.get(frame - 1)).isLessThan(40);
            assertThat(flashes.get(frame)).isGreaterThan(200);
            assertThat(beeps.get(beep)).isCloseTo(frame / 25.0, within(0.02));
        }
    }

    @Test
    void aSourceThatEndsTooEarlyIsNotPaddedUnnoticed() throws IOException {
        Path clip = SampleClips.numbered(work.resolve("clip.mp4"), "320x240", "25", 250);
        FrameGrid grid = FrameGrid.of(new Rational(25, 1), 14, SHORT_CHUNKS.grid());
        EncodedStream whole = EncodedStream.of(clip, SHORT_CHUNKS, work);
        ChunkRange last = grid.chunks().getLast();

        Ffmpeg.run(ChunkEncodeCommand.of(
                Sources.plan(Sources.probe(14, Optional.of(Sources.video(320, 240, 14)))),
                last,
                List.of("-i", clip.toString()),
                work));

        assertThat(VideoChunkRewriter.rewrite(
                        ChunkEncodeCommand.outputFile(work, whole.plan().rungs().getFirst()), grid, last))
                .isEqualTo(new Rejected(Reason.WRONG_FRAME_COUNT, "125 frames in place of 200"));
    }

    private static FrameGrid grid(EncodedStream stream) {
        return stream.plan().grid().orElseThrow();
    }

    private static void assertJoinsWithoutSeams(EncodedStream stream, long frames) throws IOException {
        assertThat(Presentation.disagreeing(stream.parts())).isEmpty();
        assertThat(stream.presentation().complete()).isTrue();
        FrameGrid grid = grid(stream);
        assertThat(grid.totalFrames()).isEqualTo(frames);
        for (VideoStream video : stream.presentation().video()) {
            EncodedRendition track = video.track();
            assertThat(track.durationTicks()).isEqualTo(grid.durationTicks());
            List<long[]> packets =
                    Ffmpeg.probe(stream.joined(track.name()), "-show_entries", "packet=pts,dts", "-of", "csv=p=0")
                            .stream()
                            .filter(line -> !line.isBlank())
                            .map(line -> line.split(","))
                            .map(packet -> new long[] {Long.parseLong(packet[0]), Long.parseLong(packet[1])})
                            .toList();
            List<Long> shown =
                    packets.stream().map(packet -> packet[0]).sorted().toList();
            assertThat(shown).hasSize((int) frames);
            for (int frame = 0; frame < frames; frame++) {
                assertThat(shown.get(frame)).isEqualTo((long) frame * grid.ticksPerFrame());
            }
            for (int packet = 1; packet < packets.size(); packet++) {
                assertThat(packets.get(packet)[1] - packets.get(packet - 1)[1])
                        .as("decode step before packet %d", packet)
                        .isEqualTo(grid.ticksPerFrame());
            }
        }
        assertThat(stream.presentation().audio())
                .allSatisfy(audio -> assertThat(audio.track().durationTicks() / 48_000.0)
                        .isCloseTo(grid.durationSeconds(), within(0.0107)));
    }

    private static void assertShowsFrames(Path file, int count, int first) {
        List<Double> shown = SampleClips.brightnesses(file);
        assertThat(shown).hasSize(count);
        for (int frame = 0; frame < count; frame++) {
            assertThat(shown.get(frame))
                    .as("frame %d", frame)
                    .isCloseTo(SampleClips.brightness((long) first + frame), within(3.0));
        }
    }

    private static double halfBrightness(Path file, String crop) {
        return Ffmpeg.log(
                        "-i",
                        file.toString(),
                        "-vf",
                        crop + ",signalstats,metadata=print:key=lavfi.signalstats.YAVG:file=-",
                        "-f",
                        "null",
                        "-v",
                        "error",
                        "-")
                .lines()
                .filter(line -> line.startsWith("lavfi.signalstats.YAVG="))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf('=') + 1)))
                .average()
                .orElseThrow();
    }

    private static double after(String text, String label) {
        String rest = text.substring(text.indexOf(label) + label.length());
        return Double.parseDouble(rest.split("[^0-9.\\-]", 2)[0]);
    }
}
