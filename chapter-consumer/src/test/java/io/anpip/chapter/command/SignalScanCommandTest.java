package io.anpip.chapter.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.chapter.command.SignalScanCommand.Files;
import io.anpip.chapter.command.SignalScanCommand.Limits;
import io.anpip.chapter.command.SignalScanCommand.Silence;
import io.anpip.chapter.command.SignalScanCommand.Taking;
import io.anpip.chapter.command.SignalScanCommand.Taking.KeyPicturesOnly;
import io.anpip.chapter.command.SignalScanCommand.Taking.SteadyPictures;
import io.anpip.chapter.signal.Interval;
import io.anpip.media.ContainerFormat;
import io.anpip.media.FfmpegCommand;
import io.anpip.media.MediaInput;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SignalScanCommandTest {

    private static final MediaInput INPUT =
            MediaInput.http(URI.create("http://127.0.0.1:4000/abc"), ContainerFormat.MP4);
    private static final Silence SILENCE = new Silence(-45, Duration.ofMillis(400));
    private static final Files FILES = new Files(Path.of("/s/pictures.yuv"), Path.of("/s/silences.txt"));
    private static final Duration WALL = Duration.ofMinutes(6);
    private static final Duration STALL = Duration.ofMinutes(2);
    private static final String SMALL = "scale=32:18:flags=area:out_range=tv,format=yuv420p";
    private static final String SOUND = "[0:1]aformat=channel_layouts=mono,silencedetect=noise=-45dB:d=0.400,"
            + "ametadata=print:file=/s/silences.txt[sound]";
    private static final List<String> PICTURE_OUTPUT =
            List.of("-map", "[picture]", "-fps_mode", "passthrough", "-f", "rawvideo", "/s/pictures.yuv");
    private static final List<String> SOUND_OUTPUT = List.of("-map", "[sound]", "-f", "null", "-");

    @Test
    void pictureAndSoundAreScannedInOneCheapPass() {
        List<String> expected = new ArrayList<>(List.of("-filter_complex_threads", "1"));
        expected.addAll(List.of("-threads", "2", "-skip_loop_filter", "all", "-skip_frame", "noref"));
        expected.addAll(INPUT.arguments());
        expected.addAll(List.of("-filter_complex", "[0:0]fps=10.0000:start_time=0," + SMALL + "[picture];" + SOUND));
        expected.addAll(PICTURE_OUTPUT);
        expected.addAll(SOUND_OUTPUT);

        assertThat(command(Optional.of(new SteadyPictures(0, 10, Optional.empty())), OptionalInt.of(1)))
                .isEqualTo(new FfmpegCommand(expected, WALL, STALL));
    }

    @Test
    void keyPicturesAreWrittenWithTheirTimes() {
        List<String> expected = new ArrayList<>(List.of("-filter_complex_threads", "1"));
        expected.addAll(List.of("-threads", "2", "-skip_loop_filter", "all", "-skip_frame", "nokey"));
        expected.addAll(INPUT.arguments());
        expected.addAll(List.of(
                "-filter_complex",
                "[0:0]select=isnan(prev_selected_t)+gte(t-prev_selected_t\\,0.100)," + SMALL
                        + ",scdet=threshold=100,metadata=print:file=/s/times.txt[picture];" + SOUND));
        expected.addAll(PICTURE_OUTPUT);
        expected.addAll(SOUND_OUTPUT);

        assertThat(command(Optional.of(new KeyPicturesOnly(0, 10, Path.of("/s/times.txt"))), OptionalInt.of(1)))
                .isEqualTo(new FfmpegCommand(expected, WALL, STALL));
    }

    @Test
    void aStretchIsSoughtAndListenedToNoMore() {
        var stretch = new SteadyPictures(0, 4.5, Optional.of(new Interval(10.41667, 13.375)));
        List<String> expected = new ArrayList<>(List.of("-filter_complex_threads", "1"));
        expected.addAll(List.of("-threads", "2", "-skip_loop_filter", "all", "-skip_frame", "noref"));
        expected.addAll(List.of("-ss", "10.417", "-t", "2.958"));
        expected.addAll(INPUT.arguments());
        expected.addAll(List.of("-filter_complex", "[0:0]fps=4.5000:start_time=0," + SMALL + "[picture]"));
        expected.addAll(PICTURE_OUTPUT);

        assertThat(command(Optional.of(stretch), OptionalInt.empty()))
                .isEqualTo(new FfmpegCommand(expected, WALL, STALL));
    }

    @Test
    void soundWithoutPictureIsScannedForSilence() {
        assertThat(command(Optional.empty(), OptionalInt.of(1)).arguments())
                .doesNotContain("-skip_frame")
                .containsSequence("-filter_complex", SOUND, "-map", "[sound]", "-f", "null", "-");
    }

    private static FfmpegCommand command(Optional<Taking> pictures, OptionalInt audio) {
        return new SignalScanCommand(INPUT, pictures, audio, SILENCE, new Limits(2, WALL, STALL)).into(FILES);
    }
}
