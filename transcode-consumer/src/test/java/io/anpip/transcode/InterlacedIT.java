package io.anpip.transcode;

import static io.anpip.transcode.OddClips.encoded;
import static io.anpip.transcode.OddClips.make;
import static io.anpip.transcode.OddClips.shown;
import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.schemas.PictureDetails;
import io.anpip.schemas.Rational;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Fields become pictures of their own, in the right order and at their own time (Apple 1.14, 1.15); what only claims to be interlaced is
 * left alone. A bright bar that moves 4 pixels every field tells which field a picture shows.
 */
class InterlacedIT {

    private static final int STEP = 4;
    private static final int PERIOD = 35;

    @TempDir
    private Path work;

    /** What is done to pictures at the rate of the fields, how they are stored, and what the file claims. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clip.ts  | 50 | tinterlace=mode=interleave_top,setfield=tff | -c:v mpeg2video -flags +ilme+ildct -q:v 2 | tt | tff | 50 | 1",
                "clip.mpg | 60000/1001 | tinterlace=mode=interleave_bottom,setfield=bff | -c:v mpeg2video -flags +ilme+ildct -q:v 2 | bb | bff | 60000 | 1001",
                "clip.mp4 | 50 | tinterlace=mode=interleave_top | -c:v libx264 -x264opts tff=1 -pix_fmt yuv420p | tt | tff | 50 | 1",
                "clip.mkv | 50 | tinterlace=mode=interleave_bottom | -c:v libx264 -x264opts bff=1 -pix_fmt yuv420p | bt | bff | 50 | 1",
                "clip.mxf | 50 | tinterlace=mode=interleave_top,setfield=tff | -c:v mpeg2video -flags +ilme+ildct -q:v 2 | tt | tff | 50 | 1",
                "clip.mov | 60000/1001 | tinterlace=mode=interleave_bottom,setfield=bff | -c:v prores_ks -flags +ildct | bt | bff | 60000 | 1001",
                // The file says nothing, or the wrong field.
                "clip.avi | 50 | tinterlace=mode=interleave_top,setfield=prog | -c:v mjpeg -q:v 2 | unknown | tff | 50 | 1",
                "clip.mp4 | 50 | tinterlace=mode=interleave_bottom | -c:v libx264 -x264opts tff=1 -pix_fmt yuv420p | tt | bff | 50 | 1",
            })
    void everyFieldIsAPicture(
            String file, String rate, String filter, String codec, String claim, String scan, long numerator, long per)
            throws IOException {
        Path clip = make(work.resolve(file), bar(rate, 80), "-vf " + filter + ' ' + codec);

        EncodedStream stream = encoded(clip);

        assertThat(stream.plan().probe().video().orElseThrow().fieldOrder()).isEqualTo(claim);
        assertThat(scanOf(stream)).isEqualTo(scan);
        assertThat(stream.plan().grid().orElseThrow().frameRate()).isEqualTo(new Rational(numerator, per));
        Shown.assertStandard(stream.joined("120p"));
        assertBarMoves(shown(stream), 80);
    }

    @Test
    void fieldsAreAtTheirPlacesInEveryChunk() throws IOException {
        Path clip = make(
                work.resolve("clip.ts"),
                bar("50", 700),
                "-vf tinterlace=mode=interleave_top,setfield=tff -c:v mpeg2video -flags +ilme+ildct -q:v 2 -g 50");

        EncodedStream stream = encoded(clip);

        assertThat(stream.plan().grid().orElseThrow().chunks()).hasSize(2);
        assertBarMoves(shown(stream), 700);
    }

    @ParameterizedTest
    @CsvSource({"tff=1, tt", "bff=1, bb"})
    void whatOnlyClaimsToBeInterlacedKeepsItsRateAndItsLines(String option, String claim) throws IOException {
        Path clip = make(work.resolve("clip.mp4"), bar("25", 30), "-c:v libx264 -pix_fmt yuv420p -x264opts " + option);

        EncodedStream stream = encoded(clip);

        assertThat(stream.plan().probe().video().orElseThrow().fieldOrder()).isEqualTo(claim);
        assertThat(scanOf(stream)).isEqualTo("progressive");
        assertThat(stream.plan().grid().orElseThrow().frameRate()).isEqualTo(new Rational(25, 1));
        assertBarMoves(shown(stream), 30);
    }

    private static String scanOf(EncodedStream stream) {
        return stream.plan()
                .probe()
                .video()
                .flatMap(track -> track.details())
                .map(PictureDetails::scan)
                .orElseThrow();
    }

    private static List<String> bar(String rate, int fields) {
        return List.of(
                "-f",
                "lavfi",
                "-i",
                "color=black:size=160x120:rate=%s,geq=lum='if(lt(abs(X-%d*mod(N,%d)-8),4),220,30)':cb=128:cr=128,trim=end_frame=%d"
                        .formatted(rate, STEP, PERIOD, fields));
    }

    private static void assertBarMoves(Shown shown, int fields) {
        assertThat(shown.count()).isEqualTo(fields);
        // The first and the last have no field before or after them to be made of.
        for (int picture = 1; picture < fields - 1; picture++) {
            double expected = STEP * (picture % PERIOD) + 8.0;
            for (int row = 20; row < 100; row += 13) {
                assertThat(Math.abs(middleOfBar(shown, picture, row) - expected))
                        .as("picture %d, row %d", picture, row)
                        .isLessThan(2);
            }
        }
    }

    private static double middleOfBar(Shown shown, int picture, int row) {
        double weight = 0;
        double sum = 0;
        for (int column = 0; column < shown.width(); column++) {
            int bright = Math.max(0, shown.pixel(picture, column, row).green() - 100);
            weight += bright;
            sum += (double) bright * column;
        }
        return sum / weight;
    }
}
