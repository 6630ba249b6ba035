package io.anpip.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A clip goes through the public API and comes out as a stream that decodes without a fault, with all that belongs to it. */
class PlaybackIT {

    private static final int RATE = 25;
    private static final int FRAMES = 24 * RATE;
    private static final double ONE_FRAME = 1.0 / RATE;
    private static final Pattern EXTINF = Pattern.compile("#EXTINF:([0-9.]+),");

    private static ApiUser user = Pipeline.shared().user();
    private static JsonNode video = SharedVideos.scenes();

    @BeforeAll
    static void isReady() {
        assertThat(video.path("status").asText()).isEqualTo("READY");
    }

    @Test
    void theDocumentTellsWhatWasMade() {
        assertThat(video.path("progress").asInt()).isEqualTo(100);
        assertThat(video.path("durationSeconds").asDouble()).isCloseTo(24, within(ONE_FRAME));
        assertThat(video.path("width").asInt()).isEqualTo(1280);
        assertThat(video.path("height").asInt()).isEqualTo(720);
        assertThat(video.path("frameRate").asDouble()).isEqualTo(RATE);
        assertThat(video.path("readyAt").asText()).isNotEmpty();
        for (String stage : List.of("source", "transcode", "thumbnails", "chapters")) {
            assertThat(video.path("stages").path(stage).path("status").asText())
                    .as(stage)
                    .isEqualTo("DONE");
        }
        List<String> renditions = new ArrayList<>();
        video.path("renditions")
                .forEach(rendition -> renditions.add(rendition.path("name").asText()));
        assertThat(renditions).containsExactly("240p", "360p", "480p", "720p", "audio-0");
    }

    @Test
    void everyHlsRenditionHasExactlyThePlannedFrames() {
        String hls = address("hls");
        for (String rendition : List.of("240p", "360p", "480p", "720p")) {
            DecodedTrack picture = DecodedTrack.of(sibling(hls, rendition + "/playlist.m3u8"), "v:0");
            assertThat(picture.frames()).as(rendition).isEqualTo(FRAMES);
            assertThat(picture.startSeconds()).as(rendition).isZero();
            assertThat(picture.height()).isEqualTo(Integer.parseInt(rendition.replace("p", "")));
        }
    }

    @Test
    void soundAndPictureBeginAndEndTogether() {
        String hls = address("hls");
        DecodedTrack picture = DecodedTrack.of(sibling(hls, "720p/playlist.m3u8"), "v:0");
        DecodedTrack sound = DecodedTrack.of(sibling(hls, "audio-0/playlist.m3u8"), "a:0");

        assertThat(sound.startSeconds()).isCloseTo(picture.startSeconds(), within(ONE_FRAME));
        assertThat(sound.endSeconds()).isCloseTo(picture.endSeconds(), within(ONE_FRAME));
    }

    @Test
    void everyDashRepresentationDecodes() {
        String dash = address("dash");
        List<Integer> heights = new ArrayList<>();
        for (int stream = 0; stream < 4; stream++) {
            DecodedTrack picture = DecodedTrack.of(dash, "v:" + stream);
            assertThat(picture.frames()).isEqualTo(FRAMES);
            heights.add(picture.height());
        }
        assertThat(heights).containsExactlyInAnyOrder(240, 360, 480, 720);
        assertThat(DecodedTrack.of(dash, "a:0").endSeconds()).isCloseTo(24, within(ONE_FRAME));
    }

    @Test
    void theSegmentsOfEveryPlaylistAddUpToTheVideo() {
        String hls = address("hls");
        for (String rendition : List.of("240p", "360p", "480p", "720p", "audio-0")) {
            Matcher lengths = EXTINF.matcher(
                    user.get(sibling(hls, rendition + "/playlist.m3u8")).body());
            double sum = 0;
            while (lengths.find()) {
                sum += Double.parseDouble(lengths.group(1));
            }
            assertThat(sum).as(rendition).isCloseTo(24, within(ONE_FRAME));
        }
    }

    @Test
    void theMultivariantPlaylistTellsWhatPlayersNeed() {
        HttpResponse<String> master = user.get(address("hls"));

        assertThat(master.headers().firstValue("Content-Type").orElse("")).startsWith("application/vnd.apple.mpegurl");
        assertThat(master.body())
                .contains("#EXT-X-INDEPENDENT-SEGMENTS", "AVERAGE-BANDWIDTH=", "FRAME-RATE=25", "RESOLUTION=1280x720")
                .contains("avc1.", "mp4a.40.2", "#EXT-X-I-FRAME-STREAM-INF", "TYPE=AUDIO");
    }

    @Test
    void mediaIsServedInRangesWithItsType() {
        String segment = sibling(address("hls"), "720p/00001.m4s");
        HttpResponse<byte[]> whole = user.getBytes(segment);

        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        assertThat(whole.headers().firstValue("Accept-Ranges")).contains("bytes");
    }

    @Test
    void postersHaveThreeSizesAndShowSomething() {
        JsonNode posters = video.path("posters");
        assertThat(posters).hasSize(3);
        for (JsonNode poster : posters) {
            String size = FfmpegTool.ffprobe(
                            "-show_entries",
                            "stream=width,height",
                            "-of",
                            "csv=p=0",
                            poster.path("url").asText())
                    .strip();
            assertThat(size)
                    .isEqualTo(poster.path("width").asText()
                            + ','
                            + poster.path("height").asText());
        }
    }

    @Test
    void theStoryboardCoversTheVideo() {
        String vtt = user.get(video.path("storyboard").path("vtt").asText()).body();

        assertThat(vtt).startsWith("WEBVTT").contains("#xywh=0,0,");
        assertThat(vtt.lines()
                        .filter(line -> line.contains("-->"))
                        .reduce((first, last) -> last)
                        .orElseThrow())
                .contains("00:00:24.000");
    }

    @Test
    void chaptersLieAtTheHardCuts() {
        List<Double> starts = new ArrayList<>();
        video.path("chapters")
                .path("items")
                .forEach(item -> starts.add(item.path("startSeconds").asDouble()));

        assertThat(starts).hasSize(4);
        for (int scene = 0; scene < 4; scene++) {
            assertThat(starts.get(scene)).isCloseTo(scene * 6.0, within(0.5));
        }
        assertThat(user.get(video.path("chapters").path("vtt").asText()).body()).startsWith("WEBVTT");
    }

    @Test
    void theVideoIsInTheList() {
        assertThat(user.get("/v1/videos?limit=50&status=READY").body())
                .contains(video.path("id").asText());
    }

    private static String address(String kind) {
        return video.path("playback").path(kind).asText();
    }

    private static String sibling(String address, String name) {
        return address.substring(0, address.lastIndexOf('/') + 1) + name;
    }
}
