package io.anpip.transcode;

import static io.anpip.transcode.OddClips.encoded;
import static io.anpip.transcode.OddClips.make;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anpip.schemas.Rational;
import io.anpip.schemas.VideoTrack;
import io.anpip.transcode.grid.FrameGrid;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever clock a file has, its first picture is at zero, and every other as far behind it as it was. */
class OddTimesIT {

    private static final String X264 = "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -qp 10 ";

    @TempDir
    private Path work;

    /** The rate of a file, that of its stream, and of how many frames one is shown. */
    @ParameterizedTest
    @CsvSource({
        "24000/1001, 24000, 1001, 1",
        "24, 24, 1, 1",
        "25, 25, 1, 1",
        "30000/1001, 30000, 1001, 1",
        "30, 30, 1, 1",
        "48, 48, 1, 1",
        "50, 50, 1, 1",
        "60000/1001, 60000, 1001, 1",
        "60, 60, 1, 1",
        "120, 60, 1, 2",
        "120000/1001, 60000, 1001, 2",
        "25/2, 25, 2, 1",
        "15, 15, 1, 1",
        "5, 5, 1, 1",
    })
    void aConstantRateIsKeptUpToSixty(String rate, long numerator, long per, int every) throws IOException {
        for (String file : List.of("clip.mp4", "clip.mkv", "clip.ts", "clip.flv")) {
            Path clip = SampleClips.numbered(
                    work.resolve(file), "64x48", rate, 60, X264.strip().split(" "));

            EncodedStream stream = encoded(clip);

            assertThat(stream.plan().grid().orElseThrow().frameRate()).as(file).isEqualTo(new Rational(numerator, per));
            assertShows(stream, 60 / every, picture -> picture * every);
        }
    }

    /** Screen recorders write a nominal rate of 1000 where they mean "whenever". */
    @ParameterizedTest
    @CsvSource({"clip.mkv", "clip.mp4", "clip.avi"})
    void aNominalRateOfAThousandIsNotBelieved(String file) throws IOException {
        Path clip = SampleClips.numbered(
                work.resolve(file),
                "64x48",
                "1000",
                50,
                ("-vf setpts=N*40 -enc_time_base 1/1000 -fps_mode vfr -bf 0 " + X264).split(" "));

        EncodedStream stream = encoded(clip);

        assertThat(stream.plan().grid().orElseThrow().frameRate()).isEqualTo(new Rational(25, 1));
        assertShows(stream, 50, picture -> picture);
    }

    /** Frames that are shown for one, two or three turns, as phones and screen recorders write them. */
    @ParameterizedTest
    @CsvSource({"clip.mp4", "clip.mkv", "clip.ts"})
    void aVariableRateIsLaidOnAGrid(String file) throws IOException {
        Path clip = SampleClips.numbered(
                work.resolve(file),
                "64x48",
                "30",
                96,
                ("-vf select=not(eq(mod(n\\,6)\\,2)+eq(mod(n\\,12)\\,3)) -fps_mode vfr " + X264).split(" "));

        EncodedStream stream = encoded(clip);

        VideoTrack track = stream.plan().probe().video().orElseThrow();
        assertThat(track.constantFrameRate()).isFalse();
        Rational rate = stream.plan().grid().orElseThrow().frameRate();
        assertThat(rate).isEqualTo(new Rational(24_000, 1001));
        List<Double> shown = SampleClips.brightnesses(stream.joined("48p"));
        assertThat(shown.size() / rate.toDouble()).isCloseTo(128 / 30.0, within(0.05));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clip.ts  | -output_ts_offset 100000",
                "clip.mkv | -output_ts_offset 7",
                "clip.flv | -output_ts_offset 12 -flvflags +no_duration_filesize",
                "clip.mpg | -output_ts_offset 55.5",
            })
    void theFirstPictureIsAtZeroWhateverTheClockSays(String file, String offset) throws IOException {
        Path clip = SampleClips.numbered(work.resolve(file), "64x48", "25", 350, (X264 + offset).split(" "));

        EncodedStream stream = encoded(clip);

        assertThat(stream.plan().originSeconds()).isGreaterThan(2.9);
        assertShows(stream, 350, picture -> picture);
    }

    @Test
    void timesBelowZeroCount() throws IOException {
        Path clip = SampleClips.numbered(
                work.resolve("clip.mov"),
                "64x48",
                "25",
                350,
                ("-vf setpts=PTS-3/TB -avoid_negative_ts disabled -fps_mode passthrough " + X264
                                + "-bf 0 -movflags +frag_keyframe+empty_moov")
                        .split(" "));

        EncodedStream stream = encoded(clip);

        assertShows(stream, 350, picture -> picture);
    }

    /** A recording that stands still for 5 s, over the end of a chunk. */
    @ParameterizedTest
    @CsvSource({"clip.mp4", "clip.mkv", "clip.ts"})
    void aGapIsFilledWithThePictureBeforeIt(String file) throws IOException {
        Path clip = SampleClips.numbered(
                work.resolve(file),
                "64x48",
                "25",
                250,
                ("-vf setpts=PTS+gte(N\\,100)*5/TB -fps_mode passthrough " + X264).split(" "));

        EncodedStream stream = encoded(clip);

        assertThat(stream.plan().grid().orElseThrow().frameRate()).isEqualTo(new Rational(25, 1));
        assertThat(stream.plan().grid().orElseThrow().chunks()).hasSize(2);
        assertShows(stream, 375, picture -> picture < 100 ? picture : picture < 225 ? 99 : picture - 125);
    }

    /** Cutting without encoding anew leaves pictures before the cut in the file, and an edit list that hides them. */
    @Test
    void whatAnEditListHidesIsNotShown() throws IOException {
        Path whole =
                SampleClips.numbered(work.resolve("whole.mp4"), "64x48", "25", 500, (X264 + "-g 100 -bf 2").split(" "));
        Path clip = make(work.resolve("clip.mp4"), List.of("-ss", "1.2"), "-i " + whole + " -c copy");

        EncodedStream stream = encoded(clip);

        assertShows(stream, 470, picture -> picture + 30);
    }

    @Test
    void aPictureThatStartsAfterTheSoundIsAtZero() throws IOException {
        Path clip = work.resolve("clip.mp4");
        Ffmpeg.make(
                "-f",
                "lavfi",
                "-i",
                "sine=frequency=997:duration=3",
                "-itsoffset",
                "1",
                "-f",
                "lavfi",
                "-i",
                "color=black:size=64x48:rate=25,geq=lum='30+mod(N*37,180)':cb=128:cr=128",
                "-frames:v",
                "50",
                "-c:v",
                "libx264",
                "-c:a",
                "aac",
                clip.toString());

        EncodedStream stream = encoded(clip);

        assertThat(stream.plan().originSeconds()).isCloseTo(1, within(0.001));
        assertShows(stream, 50, picture -> picture);
        assertThat(stream.track("audio-0").durationTicks() / 48_000.0).isCloseTo(2, within(0.011));
    }

    static void assertShows(EncodedStream stream, int count, IntUnaryOperator frameOfPicture) throws IOException {
        assertFrames(stream, count);
        List<Double> shown = SampleClips.brightnesses(
                stream.joined(stream.plan().rungs().getLast().name()));
        assertThat(shown).hasSize(count);
        for (int picture = 0; picture < count; picture++) {
            assertThat(shown.get(picture))
                    .as("picture %d", picture)
                    .isCloseTo(SampleClips.brightness(frameOfPicture.applyAsInt(picture)), within(4.0));
        }
    }

    static void assertFrames(EncodedStream stream, int count) {
        FrameGrid grid = stream.plan().grid().orElseThrow();
        assertThat(grid.totalFrames()).isEqualTo(count);
        assertThat(stream.track(stream.plan().rungs().getLast().name()).durationTicks())
                .isEqualTo(grid.durationTicks());
        assertThat(stream.presentation().complete()).isTrue();
    }
}
