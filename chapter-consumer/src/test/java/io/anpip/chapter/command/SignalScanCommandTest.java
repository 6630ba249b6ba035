package io.anpip.chapter.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.chapter.command.SignalScanCommand.Files;
import io.anpip.chapter.command.SignalScanCommand.Thresholds;
import io.anpip.media.ContainerFormat;
import io.anpip.media.FfmpegCommand;
import io.anpip.media.MediaInput;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SignalScanCommandTest {

    private static final MediaInput INPUT =
            MediaInput.http(URI.create("http://127.0.0.1:4000/abc"), ContainerFormat.MP4);
    private static final Thresholds THRESHOLDS = new Thresholds(10, -45, Duration.ofMillis(400));
    private static final Files FILES =
            new Files(Path.of("/s/cuts.txt"), Path.of("/s/blacks.txt"), Path.of("/s/silences.txt"));
    private static final Duration WALL = Duration.ofMinutes(6);
    private static final Duration STALL = Duration.ofMinutes(2);
    private static final String PICTURE = "[0:0]scale=160:90:flags=fast_bilinear,format=gray,"
            + "blackdetect=d=0:pic_th=0.98:pix_th=0.1,metadata=print:file=/s/blacks.txt,"
            + "scdet=threshold=100,"
            + "metadata=print:key=lavfi.scd.score:function=greater:value=10.0:file=/s/cuts.txt[picture]";
    private static final String SOUND = "[0:1]aformat=channel_layouts=mono,silencedetect=noise=-45dB:d=0.400,"
            + "ametadata=print:file=/s/silences.txt[sound]";

    @Test
    void pictureAndSoundAreScannedInOneCheapPass() {
        List<String> expected = new ArrayList<>(List.of(
                "-filter_complex_threads", "1", "-threads", "2", "-skip_loop_filter", "all", "-skip_frame", "noref"));
        expected.addAll(INPUT.arguments());
        expected.addAll(List.of("-filter_complex", PICTURE + ';' + SOUND));
        expected.addAll(List.of("-map", "[picture]", "-f", "null", "-", "-map", "[sound]", "-f", "null", "-"));

        assertThat(command(OptionalInt.of(0), OptionalInt.of(1))).isEqualTo(new FfmpegCommand(expected, WALL, STALL));
    }

    @Test
    void aSilentVideoIsScannedForItsPictureAlone() {
        assertThat(command(OptionalInt.of(0), OptionalInt.empty()).arguments())
                .containsSequence("-filter_complex", PICTURE, "-map", "[picture]", "-f", "null", "-");
    }

    @Test
    void soundWithoutPictureIsScannedForSilence() {
        assertThat(command(OptionalInt.empty(), OptionalInt.of(1)).arguments())
                .doesNotContain("-skip_frame")
                .containsSequence("-filter_complex", SOUND, "-map", "[sound]", "-f", "null", "-");
    }

    private static FfmpegCommand command(OptionalInt video, OptionalInt audio) {
        return new SignalScanCommand(INPUT, video, audio, THRESHOLDS, 2).into(FILES, WALL, STALL);
    }
}
