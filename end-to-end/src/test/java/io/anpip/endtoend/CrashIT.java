package io.anpip.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Machines die: whole, or one encoder of several. Nothing that was acknowledged is lost. */
class CrashIT {

    private static final Duration LONG = Duration.ofMinutes(4);

    private final Pipeline pipeline = Pipeline.start("crash", Map.of());

    @AfterEach
    void stop() {
        pipeline.close();
    }

    @Test
    void everythingGoesOnAfterAllProcessesWereKilled() throws IOException {
        ApiUser user = pipeline.user();
        byte[] content = twentyMebibytes();
        ApiUser.Session halfway = user.begin(content.length, "halfway.mp4");
        user.putChunk(halfway, 1, content);
        String working = user.upload(Clips.threeChunks());
        Awaitility.await("the encoder is at work")
                .atMost(Duration.ofMinutes(1))
                .until(() -> user.video(working)
                                .path("stages")
                                .path("transcode")
                                .path("progress")
                                .asInt()
                        > 0);

        pipeline.killEverything();
        pipeline.up();

        JsonNode resumed = user.upload(halfway.id());
        assertThat(resumed.path("chunks").findValuesAsText("number")).containsExactly("1");
        for (int chunk = 2; chunk <= halfway.chunkCount(); chunk++) {
            user.putChunk(halfway, chunk, content);
        }
        user.finalize(halfway);
        assertThat(user.awaitEnd(halfway.id(), LONG)
                        .path("failure")
                        .path("reason")
                        .asText())
                .as("random bytes are no video, and are told so")
                .isNotBlank();
        assertThat(user.awaitReady(working, LONG).path("progress").asInt()).isEqualTo(100);
    }

    @Test
    void twoEncodersShareAVideoAndOneMayDie() {
        ApiUser user = pipeline.user();
        try (EncoderProcess second = EncoderProcess.start(pipeline)) {
            second.awaitPartitions();
            String video = user.upload(Clips.threeChunks());
            String other = user.upload(Clips.threeChunks());
            second.awaitFfmpeg();

            second.kill();

            assertThat(user.awaitReady(video, LONG).path("progress").asInt()).isEqualTo(100);
            assertThat(user.awaitReady(other, LONG).path("progress").asInt()).isEqualTo(100);
            String hls = user.video(video).path("playback").path("hls").asText();
            assertThat(DecodedTrack.of(hls.replace("master.m3u8", "480p/playlist.m3u8"), "v:0")
                            .frames())
                    .isEqualTo(70 * 30);
        }
    }

    private static byte[] twentyMebibytes() throws IOException {
        byte[] content = new byte[20 << 20];
        new Random(1).nextBytes(content);
        byte[] head = Files.readAllBytes(Clips.small());
        System.arraycopy(head, 0, content, 0, 32);
        return content;
    }
}
