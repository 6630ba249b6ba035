package io.anpip.projector.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import io.anpip.projector.SampleEvents;
import io.anpip.projector.projection.ProjectedVideo;
import io.anpip.schemas.VideoPlayable;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WebhookEndpointTest {

    private static final String SECRET = secret("a-secret-of-24-bytes-long");
    private static final String OLD_SECRET = secret("the-secret-of-24-bytes-before");

    @Test
    void aReceiverWithEitherSecretCanCheckAMessage() throws Exception {
        WebhookEndpoint endpoint = WebhookEndpoint.of("shop", settings("https://shop.example/hook", SECRET));
        Instant now = Instant.now();

        String signature = endpoint.sign("msg_1", now, "{}");

        Map<String, List<String>> headers = Map.of(
                "webhook-id", List.of("msg_1"),
                "webhook-timestamp", List.of(Long.toString(now.getEpochSecond())),
                "webhook-signature", List.of(signature));
        new Webhook(SECRET).verify("{}", headers);
        new Webhook(OLD_SECRET).verify("{}", headers);
    }

    @Test
    void aRefusedSecretIsNotQuoted() {
        for (String wrong : List.of("hunter2-hunter2", "whsec_!!hunter2", "whsec_aHVudGVyMg==")) {
            assertThatThrownBy(() -> WebhookEndpoint.of("shop", settings("https://shop.example/hook", wrong)))
                    .hasMessageStartingWith("anpip.webhooks.endpoints.\"shop\": A webhook secret is")
                    .message()
                    .doesNotContain("hunter2", "aHVudGVyMg");
        }
        assertThat(WebhookEndpoint.of("shop", settings("https://shop.example/hook", SECRET))
                        .toString())
                .doesNotContain(SECRET);
    }

    @Test
    void onlyWebAddressesWithoutUserAreEndpoints() {
        for (String wrong :
                List.of("file:///etc/passwd", "ftp://host/x", "//host/x", "https://user:word@host/x", "https:x")) {
            assertThatThrownBy(() -> WebhookEndpoint.of("shop", settings(wrong, SECRET)))
                    .hasMessageContaining("http or https");
        }
    }

    @Test
    void aMessageCarriesAbsoluteLinks() {
        SampleEvents video = SampleEvents.fresh();
        ProjectedVideo state = ProjectedVideo.unknown(video.id())
                .apply(video.playable())
                .apply(video.thumbnails())
                .apply(video.chapters());
        VideoPlayable event = new VideoPlayable(video.id(), 1, state.document(3));

        WebhookMessage message = WebhookMessage.of(event, state.statusSince(), URI.create("https://video.example/"))
                .orElseThrow();

        String media = "https://video.example/media/videos/" + video.id() + "/g1/";
        assertThat(message.type()).isEqualTo("video.playable");
        assertThat(message.timestamp()).isEqualTo(SampleEvents.at(20));
        assertThat(message.data().playback().orElseThrow().hls()).isEqualTo(media + "stream/growing.m3u8");
        assertThat(message.data().posters().getFirst().url()).isEqualTo(media + "thumbnails/poster.jpg");
        assertThat(message.data().storyboard().orElseThrow().vtt()).isEqualTo(media + "thumbnails/storyboard.vtt");
        assertThat(message.data().storyboard().orElseThrow().sheets()).containsExactly(media + "thumbnails/sheet.jpg");
        assertThat(message.data().preview()).contains(media + "thumbnails/preview.webp");
        assertThat(message.data().chapters().orElseThrow().vtt()).isEqualTo(media + "chapters/chapters.vtt");
    }

    private static String secret(String text) {
        return "whsec_" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static WebhookConfig.Endpoint settings(String url, String secret) {
        return new WebhookConfig.Endpoint() {
            @Override
            public URI url() {
                return URI.create(url);
            }

            @Override
            public String secret() {
                return secret;
            }

            @Override
            public Optional<String> previousSecret() {
                return Optional.of(OLD_SECRET);
            }

            @Override
            public Optional<Set<String>> events() {
                return Optional.of(Set.of("video.ready"));
            }
        };
    }
}
