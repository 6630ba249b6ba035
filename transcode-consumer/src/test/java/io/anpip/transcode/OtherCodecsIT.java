package io.anpip.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anpip.transcode.cmaf.EncodedRendition;
import io.anpip.transcode.grid.FrameGrid;
import io.anpip.transcode.hls.StreamFiles;
import io.anpip.transcode.plan.PlanSettings;
import io.anpip.transcode.plan.Presentation;
import io.anpip.transcode.plan.VideoStream;
import io.anpip.transcode.profile.OperatorSettings;
import io.anpip.transcode.profile.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HEVC and AV1 by the real encoders: chunks join as those of H.264 do, and are declared as what they are. */
class OtherCodecsIT {

    private static final String PROFILE = """
            tiny:
              threads: 2
              gopSeconds: 1
              segmentGops: 2
              negligibleGain: 0
              ladders:
                - { codec: h264, preset: ultrafast, constantRateFactor: 28, highFrameRateFactor: 1.5, bufferFactor: 2.0,
                    maxLongSide: 4096, steps: [ { shortSide: 72, maxBitrateBps: 200000 } ] }
                - { codec: %s, preset: "%s", constantRateFactor: 30, highFrameRateFactor: 1.5, bufferFactor: 2.0,
                    maxLongSide: 4096, steps: [ { shortSide: 72, maxBitrateBps: 150000 }, { shortSide: 96, maxBitrateBps: 250000 } ] }
            """;

    @TempDir
    private Path work;

    @ParameterizedTest
    @CsvSource({
        "hevc, ultrafast, 30000/1001, 200, hvc1.1.6.L60.90",
        "hevc, veryfast, 25, 150, hvc1.1.6.L60.90",
        "av1, 12, 30000/1001, 200, av01.0.00M.08",
        "av1, 9, 25, 150, av01.0.00M.08",
    })
    void everyFrameOfEveryChunkIsAtItsPlace(String codec, String preset, String rate, int frames, String codecs)
            throws IOException {
        Path clip = SampleClips.numbered(work.resolve("clip.mp4"), "128x96", rate, frames, "-c:v", "libx264");

        EncodedStream stream = EncodedStream.of(clip, profile(codec, preset), work);

        FrameGrid grid = stream.plan().grid().orElseThrow();
        assertThat(grid.chunks()).hasSize(3);
        assertThat(grid.segmentFrames()).isEqualTo(2 * grid.gopFrames());
        assertThat(stream.presentation().complete()).isTrue();
        assertThat(Presentation.disagreeing(stream.parts())).isEmpty();
        assertThat(stream.presentation().video())
                .extracting(video -> video.rung().name())
                .containsExactly("72p", "72p-" + codec, "96p-" + codec);
        for (VideoStream video : stream.presentation().video()) {
            if (video.rung().name().endsWith(codec)) {
                assertThat(video.track().init().codecs()).isEqualTo(codecs);
            }
            assertPacketsAreOnTheGrid(stream, video.track(), frames);
            List<Double> shown =
                    SampleClips.brightnesses(stream.joined(video.rung().name()));
            assertThat(shown).hasSize(frames);
            for (int frame = 0; frame < frames; frame++) {
                assertThat(shown.get(frame))
                        .as("frame %d of %s", frame, video.rung().name())
                        .isCloseTo(SampleClips.brightness(frame), within(4.0));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"hevc, ultrafast, Main, hvc1", "av1, 12, Main, av01"})
    void itDecodesWithoutAComplaintAndIsDeclaredAsWhatItIs(String codec, String preset, String profile, String tag)
            throws IOException {
        Path clip = SampleClips.moving(work.resolve("clip.mkv"), "128x96", "25", 8, "-c:v", "libx264");

        EncodedStream stream = EncodedStream.of(clip, profile(codec, preset), work);

        Path joined = stream.joined("96p-" + codec);
        assertThat(Ffmpeg.log("-v", "warning", "-xerror", "-i", joined.toString(), "-f", "null", "-"))
                .isBlank();
        assertThat(Ffmpeg.probe(
                        joined,
                        "-show_entries",
                        "stream=profile,codec_tag_string,pix_fmt,color_range,color_space,color_transfer,color_primaries",
                        "-of",
                        "csv=p=0"))
                .containsExactly(profile + "," + tag + ",yuv420p,tv,bt709,bt709,bt709");
        for (String manifest : List.of("master.m3u8", "event.m3u8", "manifest.mpd")) {
            Path file = stream.folder().resolve(manifest);
            assertThat(Ffmpeg.log("-v", "warning", "-xerror", "-i", file.toString(), "-map", "0", "-f", "null", "-"))
                    .as(manifest)
                    .isBlank();
        }
        String mpd = Files.readString(stream.folder().resolve("manifest.mpd"));
        assertThat(mpd.split("contentType=\"video\"", -1))
                .as("two sets of pictures")
                .hasSize(3);
        String master = Files.readString(stream.folder().resolve(StreamFiles.MASTER));
        assertThat(master.lines()
                        .filter(line -> line.startsWith("#EXT-X-STREAM-INF"))
                        .findFirst()
                        .orElseThrow())
                .as("the first variant plays everywhere")
                .contains("CODECS=\"avc1.");
        assertThat(master.lines()
                        .filter(line -> line.contains("CODECS=\"" + tag + "."))
                        .toList())
                .as("two variants and their key frames")
                .hasSize(4);
    }

    @Test
    void aSinglePictureIsAVideoToo() throws IOException {
        for (String codec : List.of("hevc", "av1")) {
            Path clip = SampleClips.numbered(work.resolve(codec + ".mp4"), "128x96", "25", 1, "-c:v", "libx264");

            EncodedStream stream = EncodedStream.of(
                    clip, profile(codec, codec.equals("hevc") ? "ultrafast" : "12"), work.resolve(codec));

            assertThat(SampleClips.brightnesses(stream.joined("96p-" + codec))).hasSize(1);
        }
    }

    private PlanSettings profile(String codec, String preset) throws IOException {
        OperatorSettings operator = OperatorSettings.standard(Duration.ofSeconds(2), Duration.ofSeconds(2));
        Path file = Files.writeString(work.resolve("profiles.yaml"), PROFILE.formatted(codec, preset));
        return Profiles.builtIn(operator).with(file, operator).find("tiny").orElseThrow();
    }

    private static void assertPacketsAreOnTheGrid(EncodedStream stream, EncodedRendition track, int frames)
            throws IOException {
        FrameGrid grid = stream.plan().grid().orElseThrow();
        List<String[]> packets =
                Ffmpeg.probe(stream.joined(track.name()), "-show_entries", "packet=pts,dts,flags", "-of", "csv=p=0")
                        .stream()
                        .filter(line -> !line.isBlank())
                        .map(line -> line.split(","))
                        .toList();
        assertThat(packets).hasSize(frames);
        List<Long> shown =
                packets.stream().map(packet -> Long.valueOf(packet[0])).sorted().toList();
        for (int frame = 0; frame < frames; frame++) {
            assertThat(shown.get(frame)).isEqualTo((long) frame * grid.ticksPerFrame());
            if (frame % grid.gopFrames() == 0) {
                assertThat(packets.get(frame)[2]).as("frame %d", frame).startsWith("K");
            }
            if (frame > 0) {
                assertThat(Long.parseLong(packets.get(frame)[1]) - Long.parseLong(packets.get(frame - 1)[1]))
                        .as("decode step before frame %d", frame)
                        .isEqualTo(grid.ticksPerFrame());
            }
        }
    }
}
