package io.anpip.upload.it;

import static io.anpip.upload.video.Documents.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.anpip.schemas.ReprocessRequested;
import io.anpip.schemas.TopicCatalogue;
import io.anpip.schemas.VideoId;
import io.anpip.schemas.VideoStatus;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dead letters as the consumers' connector writes them. */
@QuarkusTest
@WithTestResource(value = LocalServers.class, scope = TestResourceScope.GLOBAL)
@SuppressWarnings("NullAway.Init")
class DeadLetterIT {

    private static final String TOPIC = "video.uploads.v1.transcode-assembler.dlq";

    @TestHTTPResource("/")
    URI base;

    ApiClient api;

    @BeforeEach
    void connect() {
        api = new ApiClient(base);
        Projection.createTable();
    }

    @Test
    void nobodyGetsInWithoutTheToken() {
        assertThat(api.get("/v1/operator/dead-letters").status()).isEqualTo(401);
        assertThat(api.get("/v1/operator/dead-letters", "Authorization", "Bearer guess")
                        .status())
                .isEqualTo(401);
        assertThat(api.post("/v1/operator/dead-letters/" + TOPIC + "/0/0/redrive")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aFailedVideoIsMadeAgainByItsDeadLetterOnce() {
        String id = api.uploadSmall();
        Projection.write(document(VideoId.of(id), VideoStatus.FAILED, 1, 9));
        bury(id, "PERMANENT", "{\"why\":\"it is a text\"}");

        JsonNode letter = letterOf(id);
        assertThat(letter.path("kind").asText()).isEqualTo("PERMANENT");
        assertThat(letter.path("reason").asText()).isEqualTo("The file is a text.");
        assertThat(letter.path("attempts").asInt()).isEqualTo(2);
        assertThat(letter.path("videoId").asText()).isEqualTo(id);
        assertThat(letter.path("trace").asText()).startsWith("00-");
        JsonNode whole = operator(place(letter)).json();
        assertThat(whole.path("payload").asText()).contains("it is a text");
        assertThat(whole.path("headers").path("ce_type").asText()).isEqualTo("io.anpip.video.upload.finalized.v1");

        for (int again = 0; again < 2; again++) {
            assertThat(redrive(letter)).isEqualTo("REPROCESSED");
        }
        assertThat(UploadEvents.of(id).stream().filter(ReprocessRequested.class::isInstance))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(letterOf(id).isMissingNode()).as("dealt with").isTrue();
    }

    @Test
    void aParkedRecordIsPublishedAgainAsItWas() {
        String key = new VideoId(UUID.randomUUID()).toString();
        bury(key, "PARKED", "{not json");
        assertThat(redrive(letterOf(key))).isEqualTo("PUBLISHED_AGAIN");
        var record = UploadEvents.records(key).getLast();
        assertThat(new String(record.value(), StandardCharsets.UTF_8)).isEqualTo("{not json");
        assertThat(UploadEvents.header(record, "ce_type")).isEqualTo("io.anpip.video.upload.finalized.v1");
        assertThat(UploadEvents.header(record, "dead-letter-kind")).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(operator("/" + TOPIC + "/0/999999").status()).isEqualTo(404);
        assertThat(operator("/" + TopicCatalogue.UPLOADS + "/0/0").status()).isEqualTo(404);
    }

    private static String place(JsonNode letter) {
        return "/" + letter.path("topic").asText() + "/"
                + letter.path("partition").asInt() + "/" + letter.path("offset").asLong();
    }

    private JsonNode letterOf(String key) {
        for (JsonNode letter : operator("?limit=1000").json().path("items")) {
            if (letter.path("key").asText().equals(key)) {
                return letter;
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    private String redrive(JsonNode letter) {
        return api.post(
                        "/v1/operator/dead-letters" + place(letter) + "/redrive",
                        "",
                        "Authorization",
                        "Bearer " + token())
                .json()
                .path("outcome")
                .asText();
    }

    private ApiClient.Answer operator(String rest) {
        return api.get("/v1/operator/dead-letters" + rest, "Authorization", "Bearer " + token());
    }

    private static String token() {
        return LocalServers.running().addresses().operatorToken();
    }

    private static void bury(String key, String kind, String payload) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", LocalServers.running().addresses().kafkaBootstrap()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var record = new ProducerRecord<>(TOPIC, key, payload.getBytes(StandardCharsets.UTF_8));
            Map.of(
                            "ce_type", "io.anpip.video.upload.finalized.v1",
                            "traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                            "dead-letter-reason", "The file is a text.",
                            "dead-letter-topic", TopicCatalogue.UPLOADS,
                            "dead-letter-kind", kind,
                            "dead-letter-attempts", "2")
                    .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(record).get(10, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
