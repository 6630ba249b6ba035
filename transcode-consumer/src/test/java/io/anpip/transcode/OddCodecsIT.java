package io.anpip.transcode;

import static io.anpip.transcode.OddClips.encoded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anpip.schemas.Rational;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every codec that people have, in a container it comes in: all frames, each at its place. */
class OddCodecsIT {

    private static final int FRAMES = 25;

    @TempDir
    private Path work;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "h263       | clip.3gp  | -c:v h263 -q:v 2",
                "h263       | clip.avi  | -c:v h263p -q:v 2",
                "flv1       | clip.flv  | -c:v flv -q:v 2",
                "mpeg1video | clip.mpg  | -c:v mpeg1video -q:v 2 -bf 2",
                "mpeg2video | clip.ts   | -c:v mpeg2video -q:v 2 -bf 2",
                "mpeg4      | clip.mp4  | -c:v mpeg4 -q:v 2 -bf 2",
                "mpeg4      | clip.avi  | -c:v mpeg4 -q:v 2 -vtag XVID",
                "msmpeg4v3  | clip.avi  | -c:v msmpeg4 -q:v 2",
                "wmv2       | clip.wmv  | -c:v wmv2 -q:v 2",
                "vp8        | clip.webm | -c:v libvpx -deadline realtime -b:v 1M",
                "vp9        | clip.webm | -c:v libvpx-vp9 -deadline realtime -cpu-used 8 -b:v 1M",
                "vp8        | clip.ogv  | -c:v libvpx -deadline realtime -b:v 1M -f ogg",
                "av1        | clip.mp4  | -c:v libsvtav1 -preset 12 -crf 20 -svtav1-params lp=1",
                "av1        | clip.webm | -c:v libsvtav1 -preset 12 -crf 20 -svtav1-params lp=1",
                "hevc       | clip.mov  | -c:v libx265 -preset ultrafast -x265-params log-level=0:bframes=3 -tag:v hvc1",
                "hevc       | clip.ts   | -c:v libx265 -preset ultrafast -x265-params log-level=0:bframes=3",
                "h264       | clip.m4v  | -c:v libx264 -bf 3 -f mp4",
                "h264       | clip.avi  | -c:v libx264 -bf 0",
                "prores     | clip.mov  | -c:v prores_ks",
                "mjpeg      | clip.mov  | -c:v mjpeg -q:v 2 -pix_fmt yuvj422p",
                "dnxhd      | clip.mxf  | -c:v dnxhd -profile:v dnxhr_sq -pix_fmt yuv422p -s 256x144",
                "dnxhd      | clip.mov  | -c:v dnxhd -profile:v dnxhr_hqx -pix_fmt yuv422p10 -s 256x144",
                "ffv1       | clip.mkv  | -c:v ffv1",
                "rawvideo   | clip.avi  | -c:v rawvideo -pix_fmt yuv420p",
                "rawvideo   | clip.mov  | -c:v rawvideo -pix_fmt uyvy422",
                "utvideo    | clip.avi  | -c:v utvideo -pix_fmt yuv422p",
                "png        | clip.mov  | -c:v png",
            })
    void allFramesOfACodecAreAtTheirPlaces(String codec, String file, String arguments) throws IOException {
        Path clip = SampleClips.numbered(work.resolve(file), "176x144", "25", FRAMES, arguments.split(" "));

        EncodedStream stream = encoded(clip);

        assertThat(stream.plan().probe().video().orElseThrow().codec()).isEqualTo(codec);
        assertShowsAll(stream, FRAMES);
    }

    @Test
    void bPicturesThatSharePacketsAreUnpacked() throws IOException {
        Path raw = SampleClips.numbered(
                work.resolve("raw.m4v"),
                "176x144",
                "25",
                351,
                "-c:v mpeg4 -q:v 2 -bf 1 -g 91 -b_strategy 0 -sc_threshold 1000000000 -f m4v".split(" "));
        Path clip = PackedBFrames.write(raw, work.resolve("clip.avi"), 176, 144, 25);

        EncodedStream stream = encoded(clip);

        assertThat(stream.plan().grid().orElseThrow().chunks()).hasSize(2);
        assertShowsAll(stream, 351);
    }

    private static void assertShowsAll(EncodedStream stream, int frames) throws IOException {
        assertThat(stream.plan().grid().orElseThrow().frameRate()).isEqualTo(new Rational(25, 1));
        List<Double> shown = SampleClips.brightnesses(stream.joined("144p"));
        assertThat(shown).hasSize(frames);
        for (int frame = 0; frame < frames; frame++) {
            assertThat(shown.get(frame)).as("frame %d", frame).isCloseTo(SampleClips.brightness(frame), within(5.0));
        }
    }
}
