package io.anpip.chaos.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.chaos.checker.Checker;
import io.anpip.chaos.checker.Oracle;
import io.anpip.chaos.checker.StoreListing;
import io.anpip.chaos.checker.Verdict;
import io.anpip.chaos.ledger.Client;
import io.anpip.chaos.ledger.Ledger;
import io.anpip.chaos.process.Pipeline;
import io.anpip.chaos.process.PipelineOptions;
import io.anpip.schemas.TopicCatalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The short set of faults, on one pipeline; and in the end the checker itself, which has to see what is wrong. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init")
class ShortSetIT {

    private static Stage stage;

    @BeforeAll
    static void start() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "pipelines").toAbsolutePath());
        stage = Stage.open(
                PipelineOptions.in(
                        Path.of("..").toAbsolutePath().normalize(), Files.createTempDirectory(folder, "short")),
                line -> {});
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    @Test
    @Order(1)
    void aWorkerIsKilledInAnEncode() throws IOException, InterruptedException {
        holds(new WorkerKilledInEncode(1));
    }

    @Test
    @Order(2)
    void everyTaskIsLostOnce() throws IOException, InterruptedException {
        holds(new EveryTaskLost());
    }

    @Test
    @Order(3)
    void processesAreKilledBetweenCommitAndAcknowledgement() throws IOException, InterruptedException {
        holds(new KilledBetweenCommitAndAcknowledgement());
    }

    @Test
    @Order(4)
    void theAnswersOfTheStoreAreLost() throws IOException, InterruptedException {
        holds(new AnswerLostAfterCommit());
    }

    @Test
    @Order(5)
    void theCheckerSeesWhatIsWrong() throws IOException, InterruptedException {
        Pipeline pipeline = stage.pipeline();
        try (Ledger ledger = new Ledger(pipeline.data().resolve("planted.ledger"));
                StoreListing store = new StoreListing(pipeline.servers().s3())) {
            Client client = new Client(pipeline.apiAddress(), ledger);
            String id = client.upload(stage.clips().getFirst());
            assertThat(client.awaitEnds(Duration.ofMinutes(3))).isEmpty();
            assertThat(Checker.check(pipeline, client, ledger.videos()).violations())
                    .isEmpty();

            String run = "videos/" + id + "/g1/";
            String segment = store.sizes(StoreListing.MEDIA, run + "stream/").keySet().stream()
                    .filter(key -> key.endsWith(".m4s"))
                    .findFirst()
                    .orElseThrow();
            byte[] bytes = store.get(StoreListing.MEDIA, segment).orElseThrow();
            bytes[bytes.length / 2] ^= 1;
            store.put(StoreListing.MEDIA, segment, bytes);
            store.put(StoreListing.WORK, run + "attempts/chunk-0/" + UUID.randomUUID() + "/240p/00001.m4s", bytes);
            String promised = UUID.randomUUID().toString();
            ledger.acknowledged(promised);
            publish(TopicCatalogue.STATUS, id, Map.of(), "{\"generation\":1,\"status\":\"PROCESSING\"}");
            publish(
                    TopicCatalogue.NOTIFICATIONS,
                    id,
                    Map.of("ce_type", "io.anpip.video.video.ready.v1", "ce_id", "another"),
                    "{\"generation\":1}");
            publish(
                    "video.uploads.v1.transcode-assembler.dlq",
                    id,
                    Map.of("dead-letter-reason", "No reason.", "dead-letter-kind", "PERMANENT"),
                    "{}");

            Verdict verdict = Checker.check(pipeline, client, ledger.videos());

            assertThat(verdict.violations().keySet())
                    .containsExactlyInAnyOrder(Oracle.O1, Oracle.O2, Oracle.O3, Oracle.O4, Oracle.O5, Oracle.O8);
            assertThat(verdict.violations().getOrDefault(Oracle.O1, List.of()))
                    .singleElement()
                    .asString()
                    .contains(promised);
        }
    }

    private static void holds(Scenario scenario) throws IOException, InterruptedException {
        Outcome outcome = stage.play(scenario);
        assertThat(outcome.unmet()).isEmpty();
        assertThat(outcome.verdict().violations()).isEmpty();
        assertThat(outcome.videos()).isPositive();
    }

    private static void publish(String topic, String key, Map<String, String> headers, String json) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stage.pipeline().servers().kafkaBootstrap()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var record = new ProducerRecord<>(topic, key, json.getBytes(StandardCharsets.UTF_8));
            headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(record).get(10, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
