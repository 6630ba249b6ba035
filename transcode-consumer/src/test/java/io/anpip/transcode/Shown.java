package io.anpip.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.transcode.OddClips.Rgb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a viewer of a stream sees: its pictures in RGB, decoded as BT.709 of limited range, which is what its tags must say.
 *
 * @param width of a picture in pixels
 * @param height of a picture in pixels
 * @param pixels three bytes a pixel, picture after picture
 */
public record Shown(int width, int height, byte[] pixels) {

    private static final String STANDARD = "yuv420p,1:1,tv,bt709,bt709,bt709,progressive";

    /** Decodes a file of one video track. */
    public static Shown of(Path file) throws IOException {
        List<String> size = List.of(Ffmpeg.probe(file, "-show_entries", "stream=width,height", "-of", "csv=p=0")
                .getFirst()
                .split(","));
        Path raw = Files.createTempFile(file.getParent(), "shown-", ".rgb");
        Ffmpeg.make(
                "-i",
                file.toString(),
                "-vf",
                "scale=in_color_matrix=bt709:in_range=tv,format=rgb24",
                "-fps_mode",
                "passthrough",
                "-f",
                "rawvideo",
                raw.toString());
        byte[] pixels = Files.readAllBytes(raw);
        Files.delete(raw);
        return new Shown(Integer.parseInt(size.get(0)), Integer.parseInt(size.get(1)), pixels);
    }

    /** Asserts that a file says what every player knows to show. */
    public static void assertStandard(Path file) {
        assertThat(Ffmpeg.probe(
                        file,
                        "-show_entries",
                        "stream=pix_fmt,sample_aspect_ratio,color_range,color_space,color_transfer,color_primaries,field_order"
                                + ":stream_side_data=rotation",
                        "-of",
                        "csv=p=0"))
                .hasSize(1)
                .first()
                .satisfies(line -> assertThat(line.split(",")).containsExactlyInAnyOrder(STANDARD.split(",")));
    }

    /** Number of pictures. */
    public int count() {
        return pixels.length / (3 * width * height);
    }

    /** The colour at a place, given in parts of width and height. */
    public Rgb at(int picture, double x, double y) {
        return pixel(picture, (int) (x * width), (int) (y * height));
    }

    /** The colour of a pixel. */
    public Rgb pixel(int picture, int column, int row) {
        int at = 3 * ((picture * height + row) * width + column);
        return new Rgb(pixels[at] & 0xff, pixels[at + 1] & 0xff, pixels[at + 2] & 0xff);
    }

    /** Asserts the colours of the quarters, clockwise from the upper left. */
    public void assertQuarters(int tolerance, Rgb upperLeft, Rgb upperRight, Rgb lowerRight, Rgb lowerLeft) {
        int picture = count() / 2;
        assertClose(at(picture, 0.25, 0.25), upperLeft, tolerance, "upper left");
        assertClose(at(picture, 0.75, 0.25), upperRight, tolerance, "upper right");
        assertClose(at(picture, 0.75, 0.75), lowerRight, tolerance, "lower right");
        assertClose(at(picture, 0.25, 0.75), lowerLeft, tolerance, "lower left");
    }

    private static void assertClose(Rgb shown, Rgb expected, int tolerance, String where) {
        assertThat(shown.distance(expected))
                .as("%s: %s in place of %s", where, shown, expected)
                .isLessThanOrEqualTo(tolerance);
    }
}
