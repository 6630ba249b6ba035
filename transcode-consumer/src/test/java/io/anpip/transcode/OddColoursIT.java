package io.anpip.transcode;

import static io.anpip.transcode.OddClips.BLUE;
import static io.anpip.transcode.OddClips.GREEN;
import static io.anpip.transcode.OddClips.PALE;
import static io.anpip.transcode.OddClips.RED;
import static io.anpip.transcode.OddClips.encoded;
import static io.anpip.transcode.OddClips.quarters;
import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.schemas.PictureDetails;
import io.anpip.transcode.OddClips.Rgb;
import io.anpip.transcode.assembler.SourceVerdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a file stores colours as, the stream shows them as they were, in 8-bit BT.709 of limited range. */
class OddColoursIT {

    @TempDir
    private Path work;

    /** How the picture is converted, how it is stored, and how the file is named. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BT.601, said     | mkv | 160x120  | scale=out_color_matrix=bt601,format=yuv420p | -c:v libx264 -colorspace smpte170m",
                "BT.601, unsaid   | avi | 160x120  | scale=out_color_matrix=bt601,format=yuv420p,setparams=colorspace=unknown | -c:v mpeg4 -q:v 2",
                "BT.709, said     | mp4 | 160x120  | scale=out_color_matrix=bt709,format=yuv420p | -c:v libx264 -colorspace bt709",
                "BT.709, unsaid   | avi | 1280x720 | scale=out_color_matrix=bt709,format=yuv420p,setparams=colorspace=unknown | -c:v mpeg4 -q:v 2",
                "240M             | mkv | 160x120  | scale=out_color_matrix=smpte240m,format=yuv420p | -c:v libx264 -colorspace smpte240m",
                "full range       | mp4 | 160x120  | scale=out_color_matrix=bt709:out_range=pc,format=yuv420p | -c:v libx264 -color_range pc -colorspace bt709",
                "yuvj             | avi | 160x120  | format=yuvj420p | -c:v mjpeg -q:v 1",
                "BT.2020 SDR      | mp4 | 160x120  | zscale=pin=709:tin=709:min=gbr:p=2020:t=2020_10:m=2020_ncl:r=tv,format=yuv420p10 | -c:v libx265 -x265-params log-level=0",
                "P3 SDR           | mp4 | 160x120  | zscale=pin=709:tin=709:min=gbr:p=smpte432:t=709:m=709:r=tv,format=yuv420p | -c:v libx264 -color_primaries smpte432 -color_trc bt709 -colorspace bt709",
                "10 bits          | mp4 | 160x120  | scale=out_color_matrix=bt709,format=yuv420p10 | -c:v libx264 -colorspace bt709",
                "4:2:2, 10 bits   | mov | 160x120  | scale=out_color_matrix=bt709,format=yuv422p10 | -c:v prores_ks -colorspace bt709 -color_primaries bt709 -color_trc bt709",
                "4:4:4            | mp4 | 160x120  | scale=out_color_matrix=bt709,format=yuv444p | -c:v libx264 -colorspace bt709",
                "4:1:1            | avi | 160x120  | format=yuv411p | -c:v rawvideo",
                "4:4:4, 12 bits   | mkv | 160x120  | scale=out_color_matrix=bt709,format=yuv444p12 | -c:v ffv1 -colorspace bt709",
                "RGB              | avi | 160x120  | format=bgr24 | -c:v rawvideo",
                "RGB, HD          | mkv | 1280x720 | format=gbrp | -c:v ffv1",
                "RGB, H.264       | mp4 | 160x120  | format=rgb24 | -c:v libx264rgb",
                "RGB, 16 bits     | mov | 160x120  | format=rgb48be | -c:v png",
                "palette          | mov | 160x120  | format=rgb24 | -c:v qtrle",
                "opaque alpha     | mov | 160x120  | scale=out_color_matrix=bt709,format=yuva444p10 | -c:v prores_ks -profile:v 4444 -colorspace bt709 -color_primaries bt709 -color_trc bt709",
            })
    void coloursStayWhatTheyAre(String what, String container, String size, String conversion, String codec)
            throws IOException {
        Path clip = quarters(work.resolve("clip." + container), size, "-vf " + conversion + ' ' + codec);

        EncodedStream stream = encoded(clip);

        String smallest = stream.plan().rungs().getFirst().name();
        Shown.assertStandard(stream.joined(smallest));
        Shown.of(stream.joined(smallest)).assertQuarters(8, RED, GREEN, PALE, BLUE);
    }

    /** Colours as bright as the white of paper, 203 cd/m2 (ITU-R BT.2408), lie below white, and keep their hue. */
    @ParameterizedTest
    @CsvSource({"smpte2084", "arib-std-b67"})
    void highDynamicRangeIsToneMapped(String transfer) throws IOException {
        Path clip = quarters(
                work.resolve("clip.mp4"),
                "160x120",
                "-vf zscale=pin=709:tin=709:min=gbr:p=2020:t=" + transfer
                        + ":m=2020_ncl:r=tv:npl=203,format=yuv420p10 -c:v libx265 -x265-params log-level=0:hdr10=1 -tag:v hvc1");

        EncodedStream stream = encoded(clip);

        assertThat(stream.plan().probe().video().orElseThrow().colorTransfer()).isEqualTo(transfer);
        assertThat(stream.plan().probe().video().orElseThrow().details())
                .hasValue(new PictureDetails("Main 10", "progressive", "tv", "bt2020nc", "bt2020"));
        Shown.assertStandard(stream.joined("120p"));
        Shown shown = Shown.of(stream.joined("120p"));
        shown.assertQuarters(
                10, new Rgb(220, 62, 62), new Rgb(58, 204, 58), new Rgb(223, 223, 223), new Rgb(62, 62, 220));
    }

    @Test
    void whatIsTransparentIsBlackWhateverColourItHides() throws IOException {
        Path clip = quarters(
                work.resolve("clip.mkv"),
                "160x120",
                "-vf format=gbrap,geq=r='p(X,Y)':g='p(X,Y)':b='p(X,Y)':a='if(lt(X,W/2),if(lt(Y,H/2),0,128),255)' -c:v ffv1");

        Shown shown = OddClips.shown(encoded(clip));

        shown.assertQuarters(8, new Rgb(0, 0, 0), GREEN, PALE, new Rgb(25, 25, 100));
    }

    /** Its colours mean something else than in every other video: better no stream than a green one. */
    @Test
    void dolbyVisionForItselfAloneIsRefused() throws IOException {
        Path clip = quarters(
                work.resolve("clip.mp4"),
                "160x120",
                "-pix_fmt yuv420p10 -c:v libx265 -x265-params log-level=0 -tag:v hvc1");
        byte[] bytes = Files.readAllBytes(clip);
        int box = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("btrt");
        // Version 1.0, profile 5, level 6, with metadata and a base layer that is compatible with nothing.
        byte[] dolbyVision = {'d', 'v', 'c', 'C', 1, 0, 0x0a, 0x35, 0, 0, 0, 0, 0, 0, 0, 0};
        System.arraycopy(dolbyVision, 0, bytes, box, dolbyVision.length);
        Files.write(clip, bytes);

        assertThat(Probing.verdict(clip))
                .isInstanceOfSatisfying(
                        SourceVerdict.Refused.class,
                        refused -> assertThat(refused.sentence()).contains("Dolby Vision"));
    }
}
