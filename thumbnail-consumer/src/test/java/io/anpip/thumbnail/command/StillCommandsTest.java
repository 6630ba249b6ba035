package io.anpip.thumbnail.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.media.FfmpegCommand;
import io.anpip.schemas.AudioTrack;
import io.anpip.thumbnail.command.PictureTrack.DecodedFrames;
import io.anpip.thumbnail.frame.PictureSize;
import io.anpip.thumbnail.poster.PosterSizes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StillCommandsTest {

    private static final String EXACT = ":flags=bicubic+accurate_rnd+full_chroma_int+full_chroma_inp";

    private static final Path FOLDER = Path.of("/scratch");
    private static final List<PictureSize> SIZES = PosterSizes.of(1920, 1080, 1280);
    private static final List<String> STILLS = List.of(
            "-map",
            "[still0]",
            "-frames:v",
            "1",
            "-update",
            "1",
            "-q:v",
            "3",
            "-map_metadata",
            "-1",
            "-fflags",
            "+bitexact",
            "-flags:v",
            "+bitexact",
            "/scratch/poster-320x180.jpg",
            "-map",
            "[still1]",
            "-frames:v",
            "1",
            "-update",
            "1",
            "-q:v",
            "3",
            "-map_metadata",
            "-1",
            "-fflags",
            "+bitexact",
            "-flags:v",
            "+bitexact",
            "/scratch/poster-640x360.jpg",
            "-map",
            "[still2]",
            "-frames:v",
            "1",
            "-update",
            "1",
            "-q:v",
            "3",
            "-map_metadata",
            "-1",
            "-fflags",
            "+bitexact",
            "-flags:v",
            "+bitexact",
            "/scratch/poster-1280x720.jpg");

    @Test
    void aPosterIsTheFirstFrameAtOrAfterItsTimeInFullQuality() {
        List<String> expected = new ArrayList<>(
                List.of("-filter_complex_threads", "1", "-threads", "2", "-skip_frame", "noref", "-ss", "4.499"));
        expected.addAll(Tracks.INPUT_ARGUMENTS);
        expected.addAll(List.of(
                "-filter_complex",
                "[0:1]trim=end_frame=1,scale=1280:720" + EXACT
                        + ":in_color_matrix=bt709:out_color_matrix=bt709:out_range=tv,format=yuv420p,"
                        + "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709,setsar=1,"
                        + "scale=out_color_matrix=bt601:out_range=pc"
                        + EXACT + ",format=yuvj420p,"
                        + "split=4[full0][full1][full2][shade];[full0]scale=320:180:flags=bicubic[still0];"
                        + "[full1]scale=640:360:flags=bicubic[still1];[full2]scale=1280:720:flags=bicubic[still2];"
                        + "[shade]scale=160:90:flags=bicubic,format=gray[gray]"));
        expected.addAll(STILLS);
        expected.addAll(List.of("-map", "[gray]", "-frames:v", "1", "-f", "rawvideo", "pipe:1"));

        assertThat(new PosterCommand(Tracks.track(DecodedFrames.ALL, "bt709"), SIZES, new PictureSize(160, 90))
                        .at(Duration.ofMillis(4500), FOLDER, Tracks.LIMITS))
                .isEqualTo(new FfmpegCommand(expected, Duration.ofMinutes(6), Duration.ofMinutes(2)));
    }

    @Test
    void aPosterOutOfASurveyOfKeyFramesIsAKeyFrame() {
        assertThat(new PosterCommand(Tracks.track(DecodedFrames.KEY, "bt709"), SIZES, new PictureSize(160, 90))
                        .at(Duration.ZERO, FOLDER, Tracks.LIMITS)
                        .arguments())
                .containsSequence("-threads", "2", "-skip_frame", "nokey", "-ss", "0.000");
    }

    @Test
    void aChosenPosterIsTheFrameThatIsShownAtItsTime() {
        List<String> expected = new ArrayList<>(List.of(
                "-filter_complex_threads",
                "1",
                "-threads",
                "2",
                "-copyts",
                "-seek_timestamp",
                "1",
                "-noaccurate_seek",
                "-ss",
                "3.101000"));
        expected.addAll(Tracks.INPUT_ARGUMENTS);
        expected.addAll(List.of(
                "-filter_complex",
                "[0:1]fps=fps=1000000:start_time=4.501000:round=up:eof_action=pass,trim=end_frame=1,"
                        + "scale=1280:720" + EXACT
                        + ":in_color_matrix=bt709:out_color_matrix=bt709:out_range=tv,format=yuv420p,"
                        + "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709,setsar=1,scale=out_color_matrix=bt601:out_range=pc"
                        + EXACT + ",format=yuvj420p,"
                        + "split=3[full0][full1][full2];[full0]scale=320:180:flags=bicubic[still0];"
                        + "[full1]scale=640:360:flags=bicubic[still1];[full2]scale=1280:720:flags=bicubic[still2]"));
        expected.addAll(STILLS);

        assertThat(new ChosenFrameCommand(Tracks.track(DecodedFrames.ALL, "bt709"), SIZES)
                        .at(Duration.ofMillis(4500), FOLDER, Tracks.LIMITS))
                .isEqualTo(new FfmpegCommand(expected, Duration.ofMinutes(6), Duration.ofMinutes(2)));
    }

    @Test
    void aPosterChosenAfterTheLastPictureIsTheLastPicture() {
        assertThat(new ChosenFrameCommand(Tracks.track(DecodedFrames.ALL, "bt709"), SIZES)
                        .at(Duration.ofSeconds(31), FOLDER, Tracks.LIMITS)
                        .arguments())
                .anyMatch(argument -> argument.contains("start_time=29.979167:"));
    }

    @Test
    void aSoundTrackIsDrawnAsAWave() {
        var track = new AudioTrack(0, "aac", 2, 48_000, Optional.empty(), Optional.empty(), 0, 60);
        List<String> expected = new ArrayList<>(List.of("-filter_complex_threads", "1"));
        expected.addAll(Tracks.INPUT_ARGUMENTS);
        expected.addAll(List.of(
                "-filter_complex",
                "[0:0]aformat=channel_layouts=mono,aresample=8000,"
                        + "showwavespic=s=1280x720:colors=0x4fc3f7:scale=sqrt[wave];"
                        + "color=c=0x101820:s=1280x720:r=1:d=1[ground];"
                        + "[ground][wave]overlay=format=rgb,scale=out_color_matrix=bt601:out_range=pc"
                        + EXACT + ",format=yuvj420p,"
                        + "split=3[full0][full1][full2];[full0]scale=320:180:flags=bicubic[still0];"
                        + "[full1]scale=640:360:flags=bicubic[still1];[full2]scale=1280:720:flags=bicubic[still2]"));
        expected.addAll(STILLS);

        assertThat(new WaveformCommand(Tracks.INPUT, track, Duration.ofSeconds(60), SIZES).in(FOLDER, Tracks.LIMITS))
                .isEqualTo(new FfmpegCommand(expected, Duration.ofMinutes(6), Duration.ofMinutes(2)));
    }

    @Test
    void aLongSoundTrackIsDrawnFromFewerSamples() {
        var track = new AudioTrack(0, "aac", 2, 48_000, Optional.empty(), Optional.empty(), 0, 7200);

        assertThat(new WaveformCommand(Tracks.INPUT, track, Duration.ofHours(2), SIZES)
                        .in(FOLDER, Tracks.LIMITS)
                        .arguments())
                .anyMatch(argument -> argument.contains("aresample=2222,"));
    }
}
