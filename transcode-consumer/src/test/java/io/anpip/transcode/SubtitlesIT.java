package io.anpip.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.transcode.plan.PlanSettings;
import io.anpip.transcode.plan.TextRendition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Subtitles of files, made WebVTT as the service does it, and read back by FFmpeg. */
class SubtitlesIT {

    private static final PlanSettings SETTINGS = Sources.settings(Duration.ofSeconds(6), Duration.ofSeconds(6));

    private static final String SUBRIP = """
            1
            00:00:01,040 --> 00:00:02,500
            <i>Where</i> is <font color="#ff0000">she</font>?

            2
            00:00:05,500 --> 00:00:13,250
            Fish & chips --> now
            two lines

            3
            00:00:30,000 --> 00:00:31,000
            after the end
            """;

    @TempDir
    private Path work;

    @ParameterizedTest(name = "{0} in {1}, picture from {2} s")
    @CsvSource({
        "subrip, mkv, 0",
        "webvtt, mkv, 0",
        "mov_text, mp4, 0",
        "ass, mkv, 0",
        "subrip, mkv, 1.04",
        "mov_text, mp4, 1.04"
    })
    void becomeWebVttOnTheClockOfTheVideo(String codec, String container, double start) throws IOException {
        EncodedStream stream = encoded(codec, container, start);

        TextRendition rendition = stream.plan().text().getFirst();
        assertThat(rendition.codec()).isEqualTo(codec);
        assertThat(rendition.language()).contains("en");
        Path whole = stream.folder().resolve("text-0/subtitles.vtt");
        long shift = Math.round(start * 1000);
        // SubStation Alpha counts hundredths of a second.
        assertThat(Files.readString(whole))
                .isEqualTo(
                        "WEBVTT\n\n%s --> %s\n<i>Where</i> is she?\n\n%s --> %s\nFish &amp; chips --&gt; now\ntwo lines\n\n"
                                .formatted(
                                        time(1040 - shift),
                                        time(2500 - shift),
                                        time(5500 - shift),
                                        time(13_250 - shift)));
        assertThat(shown(whole)).hasSize(2);
    }

    @Test
    void segmentsTogetherShowWhatTheWholeDoesAndCoverTheVideo() throws IOException {
        EncodedStream stream = encoded("subrip", "mkv", 0);

        Path folder = stream.folder().resolve("text-0");
        String playlist = Files.readString(folder.resolve("playlist.m3u8"));
        List<String> pictures = lengths(Files.readString(
                stream.folder().resolve(stream.plan().rungs().getFirst().name()).resolve("playlist.m3u8")));
        assertThat(lengths(playlist)).hasSize(3).isEqualTo(pictures);
        assertThat(Files.readString(folder.resolve("00001.vtt"))).contains("Where", "Fish");
        assertThat(Files.readString(folder.resolve("00002.vtt")))
                .doesNotContain("Where")
                .contains("Fish");
        assertThat(Files.readString(folder.resolve("00003.vtt"))).contains("00:00:05.500 --> 00:00:13.250\nFish");
        // FFmpeg's HLS reader does not join a cue that stands in several segments.
        assertThat(shown(folder.resolve("playlist.m3u8")).stream().distinct())
                .containsExactlyElementsOf(shown(folder.resolve("subtitles.vtt")));
        assertThat(Ffmpeg.log(
                        "-v",
                        "warning",
                        // FFmpeg's DASH reader holds .vtt for no media file.
                        "-allowed_extensions",
                        "ALL",
                        "-i",
                        stream.folder().resolve("manifest.mpd").toString(),
                        "-map",
                        "0:v",
                        "-f",
                        "null",
                        "-"))
                .isBlank();
    }

    private EncodedStream encoded(String codec, String container, double start) throws IOException {
        Path text = Files.writeString(work.resolve("text.srt"), SUBRIP);
        Path clip = work.resolve("clip." + container);
        Ffmpeg.make(
                "-itsoffset",
                Double.toString(start),
                "-f",
                "lavfi",
                "-i",
                "color=gray:size=160x90:rate=25:duration=14",
                "-i",
                text.toString(),
                "-map",
                "0",
                "-map",
                "1",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-c:s",
                codec,
                "-metadata:s:s:0",
                "language=eng",
                clip.toString());
        return EncodedStream.of(clip, SETTINGS, work);
    }

    /** What FFmpeg reads in a WebVTT file or playlist: time and text of each cue. */
    private static List<String> shown(Path file) {
        List<String> cues = new ArrayList<>();
        for (String line : Ffmpeg.log(
                        "-v", "error", "-i", file.toString(), "-map", "0:s", "-c:s", "ass", "-f", "ass", "-")
                .lines()
                .toList()) {
            if (line.startsWith("Dialogue: ")) {
                cues.add(line);
            }
        }
        return cues;
    }

    private static List<String> lengths(String playlist) {
        return playlist.lines().filter(line -> line.startsWith("#EXTINF:")).toList();
    }

    private static String time(long millis) {
        return "00:00:%02d.%03d".formatted(millis / 1000, millis % 1000);
    }
}
