package io.anpip.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anpip.transcode.command.DownloadCommand;
import io.anpip.transcode.plan.PlanSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Published renditions, joined into files to save: whole, in step, playable before they are whole, and without a word about anybody. */
class DownloadIT {

    private static final int FRAMES = 325;

    @TempDir
    private static Path work;

    private static EncodedStream stream;
    private static Path video;
    private static Path sound;

    @BeforeAll
    static void join() throws IOException {
        PlanSettings settings = Sources.settings(Duration.ofSeconds(6), Duration.ofSeconds(6));
        // A beep and a bright picture in the first 0.2 s of every second.
        Path clip = work.resolve("clip.mp4");
        Ffmpeg.make(
                "-f",
                "lavfi",
                "-i",
                "color=black:size=320x240:rate=25:duration=13,drawbox=c=white:t=fill:enable='lt(mod(t,1),0.2)'",
                "-f",
                "lavfi",
                "-i",
                "aevalsrc='0.5*sin(2*PI*1000*t)*lt(mod(t,1),0.2)':d=13:s=48000",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-c:a",
                "aac",
                "-metadata",
                "title=Secret place",
                clip.toString());
        stream = EncodedStream.of(clip, settings, work);
        List<String> picture = List.of("-i", stream.joined("240p").toString());
        List<String> tone = List.of("-i", stream.joined("audio-0").toString());
        video = work.resolve("video.mp4");
        sound = work.resolve("audio.m4a");
        Ffmpeg.run(DownloadCommand.video(List.of(picture, tone), video));
        Ffmpeg.run(DownloadCommand.sound(tone, sound));
    }

    @Test
    void theIndexIsInFrontOfTheMedia() throws IOException {
        for (Path file : List.of(video, sound)) {
            String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            assertThat(bytes.indexOf("moov")).as(file.toString()).isPositive().isLessThan(bytes.indexOf("mdat"));
            assertThat(bytes).doesNotContain("moof");
        }
    }

    @Test
    void theVideoHasEveryFrameAndPlaysFromStartToEnd() {
        assertThat(Ffmpeg.log("-v", "warning", "-i", video.toString(), "-map", "0", "-f", "null", "-"))
                .isBlank();
        assertThat(Ffmpeg.probe(
                        video,
                        "-count_frames",
                        "-show_entries",
                        "stream=codec_name,nb_read_frames,start_time",
                        "-of",
                        "csv=p=0"))
                .contains("h264,0.000000," + FRAMES)
                .anyMatch(line -> line.startsWith("aac,0.000000,"));
        assertThat(duration(video)).isCloseTo(stream.plan().durationSeconds(), within(0.04));
    }

    @Test
    void theSoundHasOnlySoundAndAllOfIt() {
        assertThat(Ffmpeg.probe(sound, "-show_entries", "stream=codec_type", "-of", "csv=p=0"))
                .containsExactly("audio");
        assertThat(Ffmpeg.probe(sound, "-show_entries", "format_tags=major_brand", "-of", "csv=p=0"))
                .containsExactly("M4A");
        assertThat(Ffmpeg.log("-v", "warning", "-i", sound.toString(), "-f", "null", "-"))
                .isBlank();
        assertThat(duration(sound)).isCloseTo(stream.plan().durationSeconds(), within(0.03));
    }

    @Test
    void beepsAndFlashesAreInStep() {
        List<Double> bright = SampleClips.brightnesses(video);
        List<String> silences = Ffmpeg.log(
                        "-i", video.toString(), "-vn", "-af", "silencedetect=n=0.02:d=0.3", "-f", "null", "-")
                .lines()
                .filter(line -> line.contains("silence_end: "))
                .map(line -> line.replaceFirst(".*silence_end: ([0-9.]+).*", "$1"))
                .toList();

        assertThat(silences).hasSizeBetween(12, 13);
        for (int second = 1; second < 12; second++) {
            assertThat(Double.parseDouble(silences.get(second - 1))).isCloseTo(second, within(0.03));
            assertThat(bright.get(25 * second)).isGreaterThan(200);
            assertThat(bright.get(25 * second - 1)).isLessThan(40);
        }
    }

    @Test
    void nothingIsSaidOfTheSourceOrTheEncoder() throws IOException {
        for (Path file : List.of(video, sound)) {
            assertThat(Ffmpeg.probe(file, "-show_entries", "format_tags=title,encoder,creation_time", "-of", "csv=p=0"))
                    .allMatch(String::isBlank);
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    .doesNotContain("Secret place", "Lavf");
        }
    }

    private static double duration(Path file) {
        return Double.parseDouble(Ffmpeg.probe(file, "-show_entries", "format=duration", "-of", "csv=p=0")
                .getFirst());
    }
}
