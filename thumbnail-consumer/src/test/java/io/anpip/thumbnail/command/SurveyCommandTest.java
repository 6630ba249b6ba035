package io.anpip.thumbnail.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.media.FfmpegCommand;
import io.anpip.thumbnail.command.PictureTrack.DecodedFrames;
import io.anpip.thumbnail.frame.PictureSize;
import io.anpip.thumbnail.preview.PreviewFormat;
import io.anpip.thumbnail.preview.PreviewPlan;
import io.anpip.thumbnail.storyboard.StoryboardPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurveyCommandTest {

    private static final String EXACT = ":flags=bicubic+accurate_rnd+full_chroma_int+full_chroma_inp";

    private static final Duration LENGTH = Duration.ofSeconds(30);
    private static final Path FOLDER = Path.of("/scratch");

    @Test
    void allFramesAreDecodedCheaplyAndShownFromTheMiddleOfTheirInterval() {
        List<String> expected = new ArrayList<>(List.of(
                "-filter_complex_threads", "1", "-threads", "2", "-skip_loop_filter", "all", "-skip_frame", "noref"));
        expected.addAll(Tracks.INPUT_ARGUMENTS);
        expected.addAll(List.of(
                "-filter_complex",
                "[0:1]split=2[tiles][frames];"
                        + "[tiles]select='gte(t,0.500)*(isnan(prev_selected_t)"
                        + "+gt(floor((t-0.500)/1.000),floor((prev_selected_t-0.500)/1.000)))',"
                        + "setpts=PTS-0.500/TB,fps=fps=1000/1000:start_time=0:round=down:eof_action=pass,"
                        + "tpad=stop_mode=clone:stop=-1,trim=end_frame=30,"
                        + "scale=160:90" + EXACT
                        + ":in_color_matrix=bt709:out_color_matrix=bt709:out_range=tv,format=yuv420p,"
                        + "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709,setsar=1,"
                        + "scale=out_color_matrix=bt601:out_range=pc"
                        + EXACT + ",format=yuvj420p,split=2[colour][shade];"
                        + "[colour]tile=10x3[sheet];"
                        + "[shade]format=gray[gray];"
                        + "[frames]select='gte(t,1.000)*(isnan(prev_selected_t)"
                        + "+gt(floor((t-1.000)/2.000),floor((prev_selected_t-1.000)/2.000)))',"
                        + "setpts=PTS-1.000/TB,fps=fps=1000/2000:start_time=0:round=down:eof_action=pass,"
                        + "tpad=stop_mode=clone:stop=-1,trim=end_frame=15,"
                        + "scale=320:180" + EXACT
                        + ":in_color_matrix=bt709:out_color_matrix=bt709:out_range=tv,format=yuv420p,"
                        + "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709,setsar=1,settb=1/1000,setpts=N*200,fps=5,"
                        + "scale=out_color_matrix=bt601:out_range=tv,format=yuv420p[animation]",
                "-map",
                "[sheet]",
                "-q:v",
                "4",
                "-map_metadata",
                "-1",
                "-fflags",
                "+bitexact",
                "-flags:v",
                "+bitexact",
                "/scratch/sheet-%03d.jpg",
                "-map",
                "[animation]",
                "-c:v",
                "libwebp_anim",
                "-quality",
                "60",
                "-compression_level",
                "4",
                "-loop",
                "0",
                "-map_metadata",
                "-1",
                "-fflags",
                "+bitexact",
                "-flags:v",
                "+bitexact",
                "/scratch/preview.webp",
                "-map",
                "[gray]",
                "-f",
                "rawvideo",
                "-flush_packets",
                "1",
                "pipe:1"));

        assertThat(survey(DecodedFrames.ALL, "bt709", PreviewFormat.WEBP).in(FOLDER, Tracks.LIMITS))
                .isEqualTo(new FfmpegCommand(expected, Duration.ofMinutes(6), Duration.ofMinutes(2)));
    }

    @Test
    void keyFramesAloneAreDecodedWhereTheyAreDenseEnough() {
        List<String> arguments = survey(DecodedFrames.KEY, "bt709", PreviewFormat.WEBP)
                .in(FOLDER, Tracks.LIMITS)
                .arguments();

        assertThat(arguments).containsSequence("-threads", "2", "-skip_frame", "nokey", "-discard", "nokey");
        assertThat(arguments).doesNotContain("-skip_loop_filter");
        assertThat(arguments).anyMatch(argument -> argument.contains("[tiles]select='gte(t,0.300)*"));
    }

    @Test
    void wideRangesOfBrightnessAreNarrowedBeforeJpegSeesThem() {
        List<String> arguments = survey(DecodedFrames.KEY, "smpte2084", PreviewFormat.WEBP)
                .in(FOLDER, Tracks.LIMITS)
                .arguments();

        assertThat(arguments)
                .anyMatch(argument -> argument.contains(
                        "scale=160:90" + EXACT + ",zscale=tin=smpte2084:min=2020_ncl:pin=2020:t=linear:npl=100,"
                                + "format=gbrpf32le,zscale=p=bt709,tonemap=mobius:desat=0,zscale=t=bt709:m=bt709:r=tv,"
                                + "format=yuv420p,setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709,"
                                + "setsar=1,"
                                + "scale=out_color_matrix=bt601:out_range=pc"
                                + EXACT + ",format=yuvj420p"));
    }

    @Test
    void ofTwoFieldsTheFirstIsShown() {
        PictureTrack interlaced = Tracks.interlaced(DecodedFrames.KEY, "bff");

        assertThat(interlaced.scaledTo(new PictureSize(160, 90)))
                .startsWith("estdif=mode=frame:parity=bff:deint=all,scale=160:90:");
    }

    @Test
    void aGifHasAPaletteOfItsOwn() {
        List<String> arguments = survey(DecodedFrames.KEY, "bt709", PreviewFormat.GIF)
                .in(FOLDER, Tracks.LIMITS)
                .arguments();

        assertThat(arguments)
                .containsSequence("-map", "[animation]", "-c:v", "gif", "-loop", "0", "-map_metadata", "-1")
                .containsSequence("-flags:v", "+bitexact", "/scratch/preview.gif");
        assertThat(arguments)
                .anyMatch(argument -> argument.endsWith("fps=5,split=2[still][counted];[counted]palettegen[palette];"
                        + "[still][palette]paletteuse=dither=bayer[animation]"));
    }

    @ParameterizedTest
    @CsvSource({"ALL, 0, 500", "ALL, 29, 29500", "KEY, 0, 300", "KEY, 29, 29300"})
    void theTimeOfATileIsWhereItsFrameIsLookedFor(DecodedFrames frames, int tile, long millis) {
        assertThat(survey(frames, "bt709", PreviewFormat.WEBP).timeOf(tile)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"0.5, KEY", "1.0, KEY", "1.001, ALL", "10.4, ALL", "0, ALL"})
    void keyFramesAreDenseEnoughWhenEveryIntervalHasOne(double gapSeconds, DecodedFrames expected) {
        assertThat(DecodedFrames.forInterval(gapSeconds, Duration.ofSeconds(1))).isEqualTo(expected);
    }

    private static SurveyCommand survey(DecodedFrames frames, String transfer, PreviewFormat format) {
        var limits = new StoryboardPlan.Limits(160, 200, Duration.ofSeconds(1), 10, 10);
        return new SurveyCommand(
                Tracks.track(frames, transfer),
                StoryboardPlan.of(LENGTH, 1920, 1080, limits),
                PreviewPlan.of(LENGTH, new PictureSize(320, 180), 15, 5, format));
    }
}
