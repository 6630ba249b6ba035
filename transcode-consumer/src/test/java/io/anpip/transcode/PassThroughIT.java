package io.anpip.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anpip.media.ContainerFormat;
import io.anpip.schemas.SourceProbe;
import io.anpip.transcode.cmaf.EncodedSegment;
import io.anpip.transcode.cmaf.IFrameRange;
import io.anpip.transcode.hls.StreamFiles;
import io.anpip.transcode.plan.EncodingPlan;
import io.anpip.transcode.plan.PassThrough;
import io.anpip.transcode.plan.PictureObjection;
import io.anpip.transcode.plan.PlanSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What conforms is taken over byte for byte and lies frame by frame beside what is encoded; what only nearly conforms is not. */
class PassThroughIT {

    private static final PlanSettings SHORT_CHUNKS = Sources.settings(Duration.ofSeconds(6), Duration.ofSeconds(6));
    private static final String BT709 = "setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709:range=tv";
    private static final int FRAMES = 390;

    @TempDir
    private static Path work;

    private static Path source;
    private static EncodedStream stream;

    @BeforeAll
    static void encodeAConformingClip() throws IOException {
        source = work.resolve("conforming.mp4");
        Ffmpeg.make(
                "-f",
                "lavfi",
                "-i",
                "color=black:size=32x24:rate=30000/1001:duration=13.013,geq=lum='30+mod(N*37,180)':cb=128:cr=128",
                "-f",
                "lavfi",
                "-i",
                "aevalsrc=0.3*sin(2*PI*t*(300+40*t))|0.3*sin(2*PI*t*440):d=13.2:s=48000",
                "-vf",
                "scale=480:360:flags=neighbor," + BT709,
                "-c:v",
                "libx264",
                "-g",
                "60",
                "-keyint_min",
                "60",
                "-sc_threshold",
                "0",
                "-bf",
                "3",
                "-b_strategy",
                "0",
                "-pix_fmt",
                "yuv420p",
                "-c:a",
                "aac",
                "-b:a",
                "96k",
                "-metadata",
                "title=Secret place",
                "-metadata",
                "location=+48.8584+002.2945/",
                source.toString());
        stream = EncodedStream.of(source, Probing.probe(source), SHORT_CHUNKS, work.resolve("conforming"));
    }

    @Test
    void theLargestRungAndTheSoundAreCopiedAndTheRestIsEncoded() {
        assertThat(stream.plan().copiedRung())
                .hasValueSatisfying(rung -> assertThat(rung.name()).isEqualTo("360p"));
        assertThat(stream.plan().encodedRungs()).extracting(rung -> rung.name()).containsExactly("240p");
        assertThat(stream.plan().copies(stream.plan().audio().getFirst())).isTrue();
        assertThat(stream.presentation().complete()).isTrue();
    }

    @Test
    void everyPictureHasTheBytesOfTheSource() throws IOException {
        List<String> copied = packets(stream.joined("360p"), "0:v");

        assertThat(copied).hasSize(FRAMES).isEqualTo(packets(source, "0:v"));
    }

    @Test
    void everyFrameOfSoundHasTheBytesOfTheSource() throws IOException {
        List<String> copied = packets(stream.joined("audio-0"), "0:a");
        List<String> all = packets(source, "0:a");

        // The first frame of the source is the encoder's priming.
        assertThat(copied)
                .hasSize((int) stream.plan().audioGrid().totalFrames())
                .isEqualTo(all.subList(1, 1 + copied.size()));
    }

    @Test
    void theCopiedSoundIsWhereItWas() throws IOException {
        float[] before = decoded(source);
        float[] after = decoded(stream.joined("audio-0"));

        // The first frame decodes without the one before it, and the noise that AAC puts in place of noise is another
        // each time.
        int compared = Math.min(before.length, after.length) - 4096;
        assertThat(compared).isGreaterThan(2 * 48_000 * 12);
        for (int sample = 4096; sample < compared; sample++) {
            assertThat(after[sample]).as("sample %d", sample).isEqualTo(before[sample], within(0.005f));
        }
    }

    @Test
    void everyFrameIsAtTheSamePlaceInTheCopiedAndTheEncodedRung() throws IOException {
        for (String rung : List.of("240p", "360p")) {
            List<Double> shown = SampleClips.brightnesses(stream.joined(rung));
            assertThat(shown).as(rung).hasSize(FRAMES);
            for (int frame = 0; frame < FRAMES; frame++) {
                assertThat(shown.get(frame))
                        .as("%s, frame %d", rung, frame)
                        .isCloseTo(SampleClips.brightness(frame), within(3.0));
            }
        }
    }

    @Test
    void allRenditionsAreCutAtTheSameTimesAndBeginAtZero() throws IOException {
        assertThat(durations("360p")).isEqualTo(durations("240p")).hasSize(3);
        for (String rendition : List.of("240p", "360p", "audio-0")) {
            assertThat(Ffmpeg.probe(stream.joined(rendition), "-show_entries", "stream=start_time", "-of", "csv=p=0"))
                    .first()
                    .isEqualTo("0.000000");
        }
    }

    @Test
    void theStreamPlaysWithoutAComplaint() {
        for (String manifest : List.of(StreamFiles.MASTER, "manifest.mpd")) {
            assertThat(Ffmpeg.log(
                            "-v",
                            "warning",
                            "-i",
                            stream.folder().resolve(manifest).toString(),
                            "-map",
                            "0:v",
                            "-map",
                            "0:a",
                            "-f",
                            "null",
                            "-"))
                    .isBlank();
        }
    }

    @Test
    void everyKeyFrameOfTheCopyIsAPictureByItself() throws IOException {
        Path rendition = stream.folder().resolve("360p");
        byte[] init = Files.readAllBytes(rendition.resolve(StreamFiles.INIT));
        int pictures = 0;
        for (EncodedSegment segment : stream.track("360p").segments()) {
            byte[] bytes = Files.readAllBytes(rendition.resolve(StreamFiles.segment(segment.number())));
            for (IFrameRange range : segment.iFrames()) {
                ByteArrayOutputStream alone = new ByteArrayOutputStream();
                alone.writeBytes(init);
                alone.write(bytes, (int) range.offset(), (int) range.length());
                Path file = Files.write(work.resolve("key-frame.mp4"), alone.toByteArray());
                assertThat(SampleClips.brightnesses(file))
                        .singleElement()
                        .satisfies(shown -> assertThat(shown)
                                .isCloseTo(SampleClips.brightness(range.decodeTicks() / 1001), within(3.0)));
                pictures++;
            }
        }
        assertThat(pictures).isEqualTo(7);
    }

    @Test
    void nothingTheContainerTellsIsInTheStream() throws IOException {
        try (Stream<Path> files = Files.walk(stream.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("Secret place", "48.8584");
            }
        }
    }

    @Test
    void millisecondsOfMatroskaBecomeExactTimes() throws IOException {
        Path matroska = work.resolve("conforming.mkv");
        Ffmpeg.make("-i", source.toString(), "-c", "copy", matroska.toString());

        SourceProbe probe = Probing.probe(matroska);
        EncodedStream copied = EncodedStream.of(matroska, probe, SHORT_CHUNKS, work.resolve("matroska"));

        assertThat(copied.plan().copiedRung()).isPresent();
        assertThat(packets(copied.joined("360p"), "0:v")).isEqualTo(packets(source, "0:v"));
        assertThat(Ffmpeg.probe(copied.joined("360p"), "-show_entries", "packet=pts", "-of", "csv=p=0").stream()
                        .map(Long::valueOf)
                        .sorted())
                .startsWith(0L, 1001L, 2002L)
                .hasSize(FRAMES)
                .endsWith((FRAMES - 1) * 1001L);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("nearMisses")
    void whatNearlyConformsIsEncodedForAReason(PictureObjection objection, String name, List<String> arguments)
            throws IOException {
        Path clip = work.resolve(objection + name);
        SampleClips.numbered(clip, "32x24", "25", 175, arguments.toArray(String[]::new));

        assertThat(objections(clip)).contains(objection);
    }

    static Stream<Arguments> nearMisses() {
        return Stream.of(
                miss(PictureObjection.CONTAINER, ".ts", BT709),
                miss(PictureObjection.CODEC, ".mp4", BT709, "-pix_fmt", "yuv444p"),
                miss(PictureObjection.CODEC, "-asp.mp4", BT709, "-c:v", "mpeg4"),
                miss(PictureObjection.INTERLACED, ".mp4", BT709 + ",setfield=tff", "-flags", "+ilme+ildct"),
                miss(PictureObjection.COLOUR, ".mp4", "null"),
                miss(PictureObjection.COLOUR, "-full.mp4", BT709.replace("range=tv", "range=pc")),
                miss(PictureObjection.COLOUR, "-pal.mp4", BT709.replace("colorspace=bt709", "colorspace=bt470bg")),
                miss(PictureObjection.PIXELS, ".mp4", BT709 + ",setsar=4/3"),
                miss(PictureObjection.SIZE, ".mp4", BT709 + ",scale=484:364"),
                miss(PictureObjection.RATE, ".mp4", BT709 + ",setpts='N+mod(N,3)/2'", "-fps_mode", "vfr"),
                miss(PictureObjection.KEY_FRAMES, ".mp4", BT709, "-g", "40"),
                miss(
                        PictureObjection.OPEN,
                        ".mp4",
                        BT709,
                        "-bf",
                        "3",
                        "-x264-params",
                        "open-gop=1:b-adapt=0:b-pyramid=none"),
                miss(PictureObjection.LARGE, ".mp4", BT709 + ",noise=alls=60:allf=t"));
    }

    private static Arguments miss(PictureObjection objection, String name, String filter, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("-vf", "scale=480:360:flags=neighbor," + filter, "-c:v", "libx264", "-preset", "ultrafast"));
        arguments.addAll(List.of("-g", "50", "-sc_threshold", "0", "-pix_fmt", "yuv420p"));
        arguments.addAll(List.of(more));
        return Arguments.of(objection, name, arguments);
    }

    @Test
    void aTurnedACutAndAnUnevenClipAreEncodedForAReason() throws IOException {
        Path turned = work.resolve("turned.mp4");
        Ffmpeg.make("-display_rotation", "90", "-i", source.toString(), "-c", "copy", turned.toString());
        Path cut = work.resolve("cut.mp4");
        Ffmpeg.make("-ss", "1", "-i", source.toString(), "-c", "copy", cut.toString());
        Path uneven = SampleClips.numbered(
                work.resolve("uneven.mp4"),
                "32x24",
                "25",
                600,
                "-vf",
                "scale=480:360:flags=neighbor,noise=alls=12:allf=t:enable='gt(t,18)'," + BT709,
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-g",
                "50",
                "-pix_fmt",
                "yuv420p");

        assertThat(objections(turned)).contains(PictureObjection.ROTATED);
        assertThat(objections(cut)).contains(PictureObjection.STRUCTURE);
        assertThat(objections(uneven)).contains(PictureObjection.UNEVEN);
    }

    private static List<PictureObjection> objections(Path clip) throws IOException {
        ContainerFormat format = clip.toString().endsWith(".ts") ? ContainerFormat.MPEG_TS : ContainerFormat.MP4;
        EncodingPlan plan = Sources.plan(Probing.probe(clip));
        assertThat(plan.copiedRung()).isEmpty();
        return PassThrough.pictureObjections(plan.probe(), plan.grid().orElseThrow(), plan.rungs());
    }

    /** Size and hash of every packet as it lies in the file. */
    private static List<String> packets(Path file, String stream) {
        return Ffmpeg.log("-v", "error", "-i", file.toString(), "-map", stream, "-c", "copy", "-f", "framemd5", "-")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(",\\s*"))
                .map(fields -> fields[4] + ' ' + fields[5])
                .toList();
    }

    private static List<Long> durations(String rendition) {
        return stream.track(rendition).segments().stream()
                .map(EncodedSegment::durationTicks)
                .toList();
    }

    private static float[] decoded(Path file) throws IOException {
        Path raw = work.resolve("raw.f32");
        Ffmpeg.make("-i", file.toString(), "-map", "0:a", "-f", "f32le", raw.toString());
        FloatBuffer samples = ByteBuffer.wrap(Files.readAllBytes(raw))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        float[] all = new float[samples.remaining()];
        samples.get(all);
        return Arrays.copyOf(all, all.length);
    }
}
