package io.anpip.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anpip.transcode.cmaf.EncodedSegment;
import io.anpip.transcode.cmaf.IFrameRange;
import io.anpip.transcode.hls.StreamFiles;
import io.anpip.transcode.plan.PlanSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The written folder of a stream plays, as HLS and as DASH, without a complaint of the player. */
class StreamPlaybackIT {

    @TempDir
    private static Path work;

    private static EncodedStream film;
    private static EncodedStream sound;

    @BeforeAll
    static void encodeTwoClips() throws IOException {
        PlanSettings settings = Sources.settings(Duration.ofSeconds(6), Duration.ofSeconds(6));
        Path clip = SampleClips.moving(
                work.resolve("film.mp4"), "640x360", "24000/1001", 15, "-c:v", "libx264", "-c:a", "aac");
        film = EncodedStream.of(clip, settings, work.resolve("film"));
        Path radio = SampleClips.moving(
                work.resolve("radio.mkv"), "320x240", "25", 10, "-map", "1", "-map", "1", "-c:a", "ac3");
        sound = EncodedStream.of(radio, settings, work.resolve("radio"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"master.m3u8", "event.m3u8", "manifest.mpd"})
    void aFilmPlaysInAllRenditions(String manifest) {
        Path file = film.folder().resolve(manifest);

        assertThat(Ffmpeg.log("-v", "warning", "-i", file.toString(), "-map", "0:v", "-map", "0:a", "-f", "null", "-"))
                .isBlank();
        assertThat(Ffmpeg.probe(
                        file,
                        "-count_frames",
                        "-select_streams",
                        "v",
                        "-show_entries",
                        "stream=nb_read_frames",
                        "-of",
                        "csv=p=0"))
                .contains("360");
        assertThat(starts(file))
                .isNotEmpty()
                .allSatisfy(start -> assertThat(start).isCloseTo(0, within(0.001)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"master.m3u8", "event.m3u8", "manifest.mpd"})
    void soundAlonePlays(String manifest) {
        Path file = sound.folder().resolve(manifest);

        assertThat(Ffmpeg.log("-v", "warning", "-i", file.toString(), "-map", "0", "-f", "null", "-"))
                .isBlank();
        assertThat(sound.presentation().audio())
                .extracting(audio -> audio.rendition().name())
                .containsExactly("audio-0", "audio-1", "audio-0-64k", "audio-1-64k");
    }

    @Test
    void everyRenditionPlaysByItself() {
        for (String rendition : List.of("240p", "360p", "audio-0")) {
            Path playlist = film.folder().resolve(rendition).resolve(StreamFiles.PLAYLIST);

            assertThat(Ffmpeg.log("-v", "warning", "-i", playlist.toString(), "-f", "null", "-"))
                    .isBlank();
        }
    }

    @Test
    void everyKeyFrameRangeIsAPictureByItself() throws IOException {
        Path rendition = film.folder().resolve("240p");
        byte[] init = Files.readAllBytes(rendition.resolve(StreamFiles.INIT));
        int pictures = 0;
        for (EncodedSegment segment : film.track("240p").segments()) {
            byte[] bytes = Files.readAllBytes(rendition.resolve(StreamFiles.segment(segment.number())));
            for (IFrameRange range : segment.iFrames()) {
                ByteArrayOutputStream alone = new ByteArrayOutputStream();
                alone.writeBytes(init);
                alone.write(bytes, (int) range.offset(), (int) range.length());
                Path file = Files.write(work.resolve("key-frame.mp4"), alone.toByteArray());

                List<String> packets = Ffmpeg.probe(file, "-show_entries", "packet=pts,flags,size", "-of", "csv=p=0");

                assertThat(packets.getFirst())
                        .startsWith(range.decodeTicks() + ",")
                        .contains(",K");
                pictures++;
            }
        }
        assertThat(pictures).isEqualTo(8);
    }

    @Test
    void theSumOfTheSegmentLengthsIsTheDuration() throws IOException {
        for (String rendition : List.of("240p", "360p", "audio-0")) {
            double sum = Files.readAllLines(film.folder().resolve(rendition).resolve(StreamFiles.PLAYLIST)).stream()
                    .filter(line -> line.startsWith("#EXTINF:"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(8, line.length() - 1)))
                    .sum();

            assertThat(sum).isCloseTo(film.plan().durationSeconds(), within(1 / 24.0));
        }
    }

    private static List<Double> starts(Path file) {
        return Ffmpeg.probe(file, "-show_entries", "stream=start_time", "-of", "csv=p=0").stream()
                .filter(line -> !line.isBlank())
                .map(Double::valueOf)
                .toList();
    }
}
