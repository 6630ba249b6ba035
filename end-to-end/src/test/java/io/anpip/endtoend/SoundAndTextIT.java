package io.anpip.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files with many tracks, or with sound alone, go through the public API. */
class SoundAndTextIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final ApiUser user = Pipeline.shared().user();

    @Test
    void everyTrackThatCanBeDecodedIsOfferedAndTheOthersAreLeftOut() {
        JsonNode video = SharedVideos.manyTracks();

        assertThat(names(video.path("renditions"))).containsExactly("180p", "audio-0", "audio-1", "audio-0-surround");
        assertThat(video.path("renditions").path(1).path("language").asText()).isEqualTo("en");
        assertThat(video.path("renditions").path(3).path("channels").asInt()).isEqualTo(6);
        String master = user.get(address(video, "hls")).body();
        assertThat(master)
                .contains("NAME=\"English\",LANGUAGE=\"en\",DEFAULT=YES,AUTOSELECT=YES,CHANNELS=\"6\"")
                .contains("NAME=\"German\",LANGUAGE=\"de\",DEFAULT=NO,AUTOSELECT=YES,CHANNELS=\"2\"")
                .contains("TYPE=SUBTITLES", "FORCED=YES", "SUBTITLES=\"text\"", "AUDIO=\"surround\"")
                .doesNotContain("French");
        for (String sound : List.of("audio-0", "audio-1", "audio-0-surround")) {
            assertThat(DecodedTrack.of(sibling(video, sound + "/playlist.m3u8"), "a:0")
                            .endSeconds())
                    .isCloseTo(9, within(0.04));
        }
    }

    @Test
    void subtitlesAreLinkedWholeAndCoverTheVideoInSegments() {
        JsonNode video = SharedVideos.manyTracks();

        JsonNode english = video.path("subtitles").path(0);
        assertThat(english.path("language").asText()).isEqualTo("en");
        assertThat(video.path("subtitles").path(1).path("label").asText()).isEqualTo("German (forced)");
        var whole = user.get(english.path("url").asText());
        assertThat(whole.headers().firstValue("Content-Type").orElse("")).startsWith("text/vtt");
        assertThat(whole.body())
                .isEqualTo("WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n<i>Hello</i> there\n\n"
                        + "00:00:05.000 --> 00:00:08.000\nAcross the boundary\n\n");
        assertThat(user.get(sibling(video, "text-0/playlist.m3u8")).body())
                .contains("#EXTINF:6.000000,\n00001.vtt\n#EXTINF:3.000000,\n00002.vtt\n#EXT-X-ENDLIST");
        assertThat(user.get(sibling(video, "text-0/00002.vtt")).body())
                .startsWith("WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:0,LOCAL:00:00:00.000\n")
                .contains("Across");
        assertThat(user.get(address(video, "dash")).body())
                .contains("<BaseURL>text-0/subtitles.vtt</BaseURL>", "forced-subtitle");
    }

    @Test
    void soundAloneBecomesALadderWithAPosterAndItsLoudness() {
        JsonNode video = user.awaitReady(user.upload(Clips.song()), LIMIT);

        assertThat(names(video.path("renditions"))).containsExactly("audio-0", "audio-0-64k", "audio-0-160k");
        assertThat(video.path("loudness").path("integratedLufs").asDouble()).isCloseTo(-23, within(0.5));
        assertThat(video.path("loudness").path("gainDb").asDouble()).isZero();
        assertThat(video.path("posters")).isNotEmpty();
        for (String manifest : List.of("hls", "dash")) {
            assertThat(DecodedTrack.of(address(video, manifest), "a:0").endSeconds())
                    .isCloseTo(5, within(0.04));
        }
    }

    private static List<String> names(JsonNode renditions) {
        List<String> names = new ArrayList<>();
        renditions.forEach(rendition -> names.add(rendition.path("name").asText()));
        return names;
    }

    private static String address(JsonNode video, String kind) {
        return video.path("playback").path(kind).asText();
    }

    private static String sibling(JsonNode video, String name) {
        String hls = address(video, "hls");
        return hls.substring(0, hls.lastIndexOf('/') + 1) + name;
    }
}
