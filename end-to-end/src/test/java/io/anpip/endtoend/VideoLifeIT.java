package io.anpip.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What can be done with a video after it is ready: made again, and removed with all that belongs to it. */
class VideoLifeIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Pipeline pipeline = Pipeline.shared();
    private final ApiUser user = pipeline.user();

    @Test
    void aVideoIsMadeAgainAsANewGeneration() {
        String id = user.upload(Clips.small());
        String first = user.awaitReady(id, LIMIT).path("playback").path("hls").asText();

        assertThat(user.send("POST", "/v1/videos/" + id + "/reprocess", BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(202);

        assertThat(user.video(id).path("generation").asInt()).isEqualTo(2);
        JsonNode again = user.awaitReady(id, LIMIT);
        assertThat(again.path("generation").asInt()).isEqualTo(2);
        assertThat(again.path("playback").path("hls").asText())
                .isNotEqualTo(first)
                .contains("/g2/");
        assertThat(DecodedTrack.of(again.path("playback").path("hls").asText(), "v:0")
                        .frames())
                .isEqualTo(75);
    }

    @Test
    void aVideoIsMadeAfterTheProfileThatWasChosenWithoutWhatItsContentDoesNotNeed() {
        String id = user.upload(Clips.flat(), "av1");

        JsonNode made = user.awaitReady(id, LIMIT);

        assertThat(made.path("profile").asText()).isEqualTo("av1");
        assertThat(namesOf(made)).containsExactly("240p-av1", "360p", "360p-av1", "480p", "audio-0");
        assertThat(made.path("renditions").path(0).path("codecs").asText()).isEqualTo("av01.0.00M.08");
        String hls = made.path("playback").path("hls").asText();
        assertThat(DecodedTrack.of(hls, "v:0").frames()).isEqualTo(75);
        assertThat(DecodedTrack.of(made.path("playback").path("dash").asText(), "v:1")
                        .frames())
                .isEqualTo(75);

        assertThat(user.send(
                                "POST",
                                "/v1/videos/" + id + "/reprocess",
                                BodyPublishers.ofString("{\"profile\":\"fast\"}"))
                        .statusCode())
                .isEqualTo(202);
        JsonNode again = user.awaitReady(id, LIMIT);
        assertThat(again.path("generation").asInt()).isEqualTo(2);
        assertThat(again.path("profile").asText()).isEqualTo("fast");
        assertThat(namesOf(again)).containsExactly("240p", "480p", "audio-0");
    }

    private static List<String> namesOf(JsonNode video) {
        return video.path("renditions")
                .valueStream()
                .map(rendition -> rendition.path("name").asText())
                .toList();
    }

    @Test
    void aRemovedVideoLeavesNothingBehind() {
        String id = user.upload(Clips.small());
        String hls = user.awaitReady(id, LIMIT).path("playback").path("hls").asText();

        assertThat(user.send("DELETE", "/v1/videos/" + id, BodyPublishers.noBody())
                        .statusCode())
                .isBetween(200, 204);

        assertThat(user.get("/v1/videos/" + id).statusCode()).isEqualTo(404);
        Awaitility.await("all objects gone")
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(250))
                .untilAsserted(() -> assertThat(objectsOf(id)).isEmpty());
        assertThat(user.get(hls).statusCode()).isEqualTo(404);
        assertThat(user.get("/v1/videos?limit=100").body()).doesNotContain(id);
    }

    /** The stored objects of a video, as the local S3 server keeps them, without the tombstone. */
    private List<String> objectsOf(String id) {
        try (Stream<Path> files = Files.walk(pipeline.data().resolve("s3"))) {
            return files.filter(Files::isRegularFile)
                    .map(Path::toString)
                    .filter(file -> file.contains(id) && !file.endsWith("deleted.json"))
                    .toList();
        } catch (IOException | UncheckedIOException movingTarget) {
            return List.of("still changing");
        }
    }
}
