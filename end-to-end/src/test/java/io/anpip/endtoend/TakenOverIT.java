package io.anpip.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What conforms comes out as it went in, what only seems to conform is encoded after all, and both can be saved as files. */
class TakenOverIT {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int FRAMES = 300;

    private static final ApiUser USER = Pipeline.shared().user();
    private static JsonNode conforming = MissingNode.getInstance();
    private static JsonNode changing = MissingNode.getInstance();

    @BeforeAll
    static void upload() {
        String one = USER.upload(Clips.conforming());
        String other = USER.upload(Clips.changingParameters());
        conforming = USER.awaitReady(one, LIMIT);
        changing = USER.awaitReady(other, LIMIT);
    }

    @Test
    void theTopRenditionHasTheBytesOfTheSource() {
        assertThat(packets(rendition(conforming, "360p"), "0:v"))
                .hasSize(FRAMES)
                .isEqualTo(packets(Clips.conforming().toString(), "0:v"));
    }

    @Test
    void theSoundHasTheBytesOfTheSource() {
        List<String> copied = packets(rendition(conforming, "audio-0"), "0:a");
        List<String> source = packets(Clips.conforming().toString(), "0:a");

        // 562.5 frames of sound are as long as the picture; before them the source has the encoder's priming.
        assertThat(copied).hasSizeBetween(562, 563).isEqualTo(source.subList(1, 1 + copied.size()));
    }

    @Test
    void allRenditionsHaveAllFrames() {
        for (JsonNode video : List.of(conforming, changing)) {
            for (String rung : List.of("240p", "360p")) {
                DecodedTrack track = DecodedTrack.of(rendition(video, rung), "v:0");
                assertThat(track.frames()).as(rung).isEqualTo(FRAMES);
                assertThat(track.startSeconds()).as(rung).isZero();
            }
        }
    }

    @Test
    void parametersThatChangeOnTheWayAreEncodedAfterAll() {
        List<String> source = packets(Clips.changingParameters().toString(), "0:v");

        assertThat(packets(rendition(changing, "360p"), "0:v")).hasSize(FRAMES).doesNotContainAnyElementsOf(source);
    }

    @Test
    void theVideoCanBeSavedAsOneFile() {
        String url = download(conforming, "video").path("url").asText();
        HttpResponse<byte[]> file = USER.getBytes(url);

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body())
                .hasSize(download(conforming, "video").path("sizeBytes").asInt());
        assertThat(file.headers().firstValue("Content-Type")).contains("video/mp4");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"conforming.mp4\"; filename*=UTF-8''conforming.mp4");
        String bytes = new String(file.body(), StandardCharsets.ISO_8859_1);
        assertThat(bytes.indexOf("moov")).isPositive().isLessThan(bytes.indexOf("mdat"));
        assertThat(bytes).doesNotContain("48.8584");
        DecodedTrack picture = DecodedTrack.of(url, "v:0");
        assertThat(picture.frames()).isEqualTo(FRAMES);
        assertThat(picture.height()).isEqualTo(360);
        assertThat(DecodedTrack.of(url, "a:0").endSeconds()).isCloseTo(picture.endSeconds(), within(0.04));
    }

    @Test
    void theSoundCanBeSavedAlone() {
        String url = download(conforming, "audio").path("url").asText();

        assertThat(USER.getBytes(url).headers().firstValue("Content-Type")).contains("audio/mp4");
        assertThat(FfmpegTool.ffprobe("-show_entries", "stream=codec_type", "-of", "csv=p=0", url)
                        .strip())
                .isEqualTo("audio");
        assertThat(changing.path("downloads").findValuesAsText("kind"))
                .as("a video without sound")
                .containsExactly("video");
    }

    private static JsonNode download(JsonNode video, String kind) {
        for (JsonNode file : video.path("downloads")) {
            if (file.path("kind").asText().equals(kind)) {
                return file;
            }
        }
        throw new AssertionError("No " + kind + " to save in " + video.path("downloads"));
    }

    private static String rendition(JsonNode video, String name) {
        String master = video.path("playback").path("hls").asText();
        return master.substring(0, master.lastIndexOf('/') + 1) + name + "/playlist.m3u8";
    }

    private static List<String> packets(String address, String stream) {
        return FfmpegTool.ffmpeg("-i", address, "-map", stream, "-c", "copy", "-f", "framemd5", "-")
                .output()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(",\\s*"))
                .map(fields -> fields[4] + ' ' + fields[5])
                .toList();
    }
}
