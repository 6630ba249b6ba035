package io.anpip.transcode;

import static io.anpip.transcode.OddClips.BLUE;
import static io.anpip.transcode.OddClips.GREEN;
import static io.anpip.transcode.OddClips.PALE;
import static io.anpip.transcode.OddClips.RED;
import static io.anpip.transcode.OddClips.encoded;
import static io.anpip.transcode.OddClips.make;
import static io.anpip.transcode.OddClips.quarters;
import static io.anpip.transcode.OddClips.shown;
import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.transcode.OddClips.Rgb;
import io.anpip.transcode.plan.VideoStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures of whatever size, turn and pixel shape stand upright, with square pixels and even sides, and are never larger than they came. */
class OddShapesIT {

    @TempDir
    private Path work;

    /** The display matrix as FFmpeg's options make it, and the quarters clockwise from the upper left. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-display_rotation -90 | 270x480 | 270p | BRGP",
                "-display_rotation 180 | 480x270 | 270p | PBRG",
                "-display_rotation 90  | 270x480 | 270p | GPBR",
                "-display_hflip        | 480x270 | 270p | GRBP",
                "-display_vflip        | 480x270 | 270p | BPGR",
                "-display_rotation 90 -display_vflip | 270x480 | 270p | RBPG",
                "-display_rotation 45  | 480x270 | 270p | none",
            })
    void aTurnedPictureStandsUpright(String matrix, String size, String top, String quarters) throws IOException {
        Path flat = quarters(work.resolve("flat.mp4"), "480x270", "-c:v libx264 -pix_fmt yuv420p");
        Path clip = make(work.resolve("clip.mov"), List.of(matrix.split(" ")), "-i " + flat + " -c copy");

        EncodedStream stream = encoded(clip);

        assertThat(sizes(stream)).last().isEqualTo(size);
        assertThat(stream.plan().rungs()).extracting(rung -> rung.name()).containsExactly("240p", top);
        for (VideoStream video : stream.presentation().video()) {
            Path joined = stream.joined(video.rung().name());
            Shown.assertStandard(joined);
            if (!quarters.equals("none")) {
                Shown.of(joined)
                        .assertQuarters(
                                8,
                                colour(quarters.charAt(0)),
                                colour(quarters.charAt(1)),
                                colour(quarters.charAt(2)),
                                colour(quarters.charAt(3)));
            }
        }
    }

    /** Sizes from the largest that a ladder is cut from to the smallest there is. */
    @ParameterizedTest
    @CsvSource({
        "3840x2160, 426x240 640x360 854x480 1280x720 1920x1080",
        "270x480, 240x426 270x480",
        "256x256, 240x240 256x256",
        "321x241, 320x240",
        "65x33, 64x32",
        "16x240, 16x240",
        "3x3, 2x2",
        "2x2, 2x2",
        "1x1, 2x2",
        "2x400, 2x400",
    })
    void everySizeHasALadder(String size, String ladder) throws IOException {
        Path clip = quarters(work.resolve("clip.mkv"), size, "-frames:v 2 -c:v ffv1 -pix_fmt gbrp");

        EncodedStream stream = encoded(clip);

        assertThat(sizes(stream)).containsExactly(ladder.split(" "));
        assertThat(shown(stream).count()).isEqualTo(2);
        Shown.assertStandard(stream.joined(stream.plan().rungs().getFirst().name()));
        if (!ladder.contains("2x")) {
            shown(stream).assertQuarters(8, RED, GREEN, PALE, BLUE);
        }
    }

    /** PAL and NTSC, narrow and wide (ITU-R BT.601), HDV, tall pixels, and a shape that can only be a mistake. */
    @ParameterizedTest
    @CsvSource({
        "352x288, 12/11, 384x288",
        "352x288, 16/11, 512x288",
        "352x240, 10/11, 320x240",
        "360x288, 64/45, 512x288",
        "480x360, 4/3, 640x360",
        "320x240, 1/2, 160x240",
        "320x240, 1000/1, 320x240",
    })
    void pixelsThatAreNotSquareBecomeSo(String size, String pixel, String shownSize) throws IOException {
        Path clip = quarters(work.resolve("clip.mkv"), size, "-frames:v 3 -vf setsar=" + pixel + " -c:v mpeg4 -q:v 2");

        EncodedStream stream = encoded(clip);

        assertThat(sizes(stream)).last().isEqualTo(shownSize);
        Shown.assertStandard(stream.joined(stream.plan().rungs().getLast().name()));
        shown(stream).assertQuarters(10, RED, GREEN, PALE, BLUE);
    }

    @Test
    void aLetterboxStaysInThePicture() throws IOException {
        Path clip = quarters(
                work.resolve("clip.mp4"), "320x120", "-vf pad=320:240:0:60:black -c:v libx264 -pix_fmt yuv420p");

        Shown shown = shown(encoded(clip));

        assertThat(shown.width() + "x" + shown.height()).isEqualTo("320x240");
        assertThat(shown.pixel(0, 160, 30)).isEqualTo(new Rgb(0, 0, 0));
        assertThat(shown.pixel(0, 160, 210)).isEqualTo(new Rgb(0, 0, 0));
        assertThat(shown.pixel(0, 80, 90).distance(RED)).isLessThan(8);
        assertThat(shown.pixel(0, 240, 150).distance(PALE)).isLessThan(8);
    }

    private static List<String> sizes(EncodedStream stream) {
        return stream.plan().rungs().stream()
                .map(rung -> rung.width() + "x" + rung.height())
                .toList();
    }

    private static Rgb colour(char initial) {
        return switch (initial) {
            case 'R' -> RED;
            case 'G' -> GREEN;
            case 'B' -> BLUE;
            case 'P' -> PALE;
            default -> throw new IllegalArgumentException("No colour begins with " + initial);
        };
    }
}
