package io.anpip.projector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.anpip.localstack.LocalStack;
import io.anpip.localstack.LocalStackSettings;
import io.anpip.localstack.StackPart;
import io.anpip.objectstore.Buckets;
import io.anpip.objectstore.EndMarkers;
import io.anpip.objectstore.ObjectStore;
import io.anpip.projector.projection.VideoEnd;
import io.anpip.schemas.EventCodec;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.TopicCatalogue;
import io.anpip.schemas.VideoDocument;
import io.anpip.schemas.VideoEvent;
import io.anpip.schemas.VideoStatus;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalServers.class)
class StatusProjectorIT {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String TRACEPARENT = "00-" + TRACE + "-b7ad6b7169203331-01";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Pool pool;

    @Inject
    ObjectStore store;

    @Inject
    Buckets buckets;

    @Inject
    Config config;

    private KafkaProbe kafka;

    private final SampleEvents video = SampleEvents.fresh();
    private final String id = video.id().toString();
    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeEach
    void connect() {
        kafka = new KafkaProbe(config.getValue("kafka.bootstrap.servers", String.class));
        open.add(kafka);
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable part : open) {
            part.close();
        }
    }

    @Test
    void aLifeSentTwiceOutOfOrderMakesOneReadyVideoThatIsAnnouncedOnce() throws IOException {
        WebhookReceiver steady = receiver("steady", attempt -> 204);
        storeOutputs();
        List<VideoEvent> life = life();
        List<VideoEvent> twice = new ArrayList<>(life);
        twice.addAll(life);
        Collections.shuffle(twice, new Random(7));

        twice.forEach(event -> kafka.send(event, TRACEPARENT));

        assertThat(awaitStatus(VideoStatus.READY).progress()).isEqualTo(100);
        awaitCaughtUp();
        VideoDocument ready = row().orElseThrow();
        assertThat(ready.status()).isEqualTo(VideoStatus.READY);
        assertThat(ready.title()).isEqualTo("Mine");
        assertThat(end()).contains(new VideoEnd(VideoStatus.READY, Optional.empty(), SampleEvents.at(33)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(statuses()).last().isEqualTo(ready));
        assertThat(statuses()).isSortedAccordingTo((one, other) -> Long.compare(one.sequence(), other.sequence()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(notifications())
                        .containsExactly("io.anpip.video.video.playable.v1", "io.anpip.video.video.ready.v1"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(steady.about(id)).hasSize(2));
        assertThat(steady.about(id)).allMatch(WebhookReceiver.Received::genuine);
        assertThat(kafka.records(TopicCatalogue.STATUS, id))
                .allSatisfy(record ->
                        assertThat(KafkaProbe.header(record, "traceparent")).contains(TRACE));
        assertThat(kafka.records(TopicCatalogue.NOTIFICATIONS, id))
                .allSatisfy(record ->
                        assertThat(KafkaProbe.header(record, "traceparent")).contains(TRACE));
        assertThat(rows("select 1 from status.outbox_record where record_key = $1", id))
                .isEmpty();
    }

    @Test
    void aVideoWhosePlaylistsAreMissingIsNotCalledReady() {
        life().forEach(event -> kafka.send(event, TRACEPARENT));

        VideoDocument failed = awaitStatus(VideoStatus.FAILED);

        assertThat(failed.failure().orElseThrow().reason()).startsWith("A part of the finished video is missing");
        assertThat(end().orElseThrow().status()).isEqualTo(VideoStatus.FAILED);
    }

    @Test
    void anEndThatSomebodyElseHasMarkedHolds() {
        storeOutputs();
        VideoEnd givenUp = VideoEnd.failed(SampleEvents.permanent("It took too long."), SampleEvents.at(99));
        store.putIfAbsent(buckets.work(), endKey(), "application/json", EventCodec.encodeDocument(givenUp))
                .join();

        life().forEach(event -> kafka.send(event, TRACEPARENT));

        assertThat(awaitStatus(VideoStatus.FAILED).failure().orElseThrow().reason())
                .isEqualTo("It took too long.");
        assertThat(end()).contains(givenUp);
    }

    @Test
    void aDeletedVideoLeavesATombstoneAndNothingBringsItBack() {
        kafka.send(video.initialized(Optional.of("Secret")), TRACEPARENT);
        awaitStatus(VideoStatus.UPLOADING);

        kafka.send(video.deleted(), TRACEPARENT);
        await().atMost(PATIENCE)
                .until(() ->
                        kafka.records(TopicCatalogue.STATUS, id).stream().anyMatch(record -> record.value() == null));
        life().forEach(event -> kafka.send(event, TRACEPARENT));
        kafka.send(video.finalized(), TRACEPARENT);
        awaitCaughtUp();

        assertThat(kafka.records(TopicCatalogue.STATUS, id).getLast().value()).isNull();
        assertThat(rows(
                        "select 1 from status.video_status where video_id = $1::text::uuid and deleted_at is not null"
                                + " and document::text not like '%Secret%' and state::text not like '%Secret%'",
                        id))
                .hasSize(1);
        assertThat(notifications()).isEmpty();
    }

    @Test
    void aVideoDeletedElsewhereIsNotCalledFailedMeanwhile() {
        store.put(buckets.work(), EndMarkers.tombstoneKey(video.id()), "application/json", new byte[] {'{', '}'})
                .join();

        life().forEach(event -> kafka.send(event, TRACEPARENT));
        awaitCaughtUp();

        assertThat(awaitStatus(VideoStatus.PLAYABLE).stages().chapters().progress())
                .isEqualTo(100);
        assertThat(end()).isEmpty();
    }

    @Test
    void aRecordThatHoldsNoEventGoesToTheDeadLettersAndTheNextIsHandled() {
        kafka.send(TopicCatalogue.UPLOADS, video.finalized(), "not JSON".getBytes(StandardCharsets.UTF_8), TRACEPARENT);
        kafka.send(video.initialized(Optional.empty()), TRACEPARENT);

        awaitStatus(VideoStatus.UPLOADING);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(kafka.records("video.uploads.v1.status-projector.dlq", id))
                        .singleElement()
                        .satisfies(record -> assertThat(KafkaProbe.header(record, "dead-letter-reason"))
                                .contains("upload.finalized")));
    }

    @Test
    void whatTheDatabaseCanNeverHoldGoesToTheDeadLetters() {
        kafka.send(video.initialized(Optional.of("a\u0000b")), TRACEPARENT);

        await().atMost(PATIENCE)
                .until(() -> !kafka.records("video.uploads.v1.status-projector.dlq", id)
                        .isEmpty());
    }

    @Test
    void anEndpointThatStumblesIsTriedAgainWithTheSameIdAndOneThatIsClosedIsNotAskedAgain() throws IOException {
        WebhookReceiver stumbling = receiver("stumbling", attempt -> attempt == 1 ? 500 : 200);
        WebhookReceiver closed = receiver("closed", attempt -> 410);
        storeOutputs();

        life().forEach(event -> kafka.send(event, TRACEPARENT));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stumbling.about(id)).hasSize(4));
        assertThat(stumbling.about(id)).allMatch(WebhookReceiver.Received::genuine);
        assertThat(stumbling.about(id).stream()
                        .map(WebhookReceiver.Received::id)
                        .distinct())
                .hasSize(2);
        assertThat(stumbling.about(id))
                .anySatisfy(message -> assertThat(message.body())
                        .contains("\"type\":\"video.ready\"")
                        .contains("https://video.example/media/videos/" + id + "/g1/stream/master.m3u8"));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(rows("select 1 from status.webhook_disabled where endpoint = $1", "closed"))
                                .hasSize(1));
        assertThat(rows(
                        "select 1 from status.webhook_delivery where endpoint = $1 and state in ('PENDING', 'DELIVERED')",
                        "closed"))
                .isEmpty();
        assertThat(rows(
                        "select 1 from status.webhook_delivery where state = 'DELIVERED' and attempt = 2 and endpoint = $1",
                        "stumbling"))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void whileTheDatabaseIsAwayEventsWaitAndAreThenProjected() throws IOException {
        LocalStackSettings settings = LocalStackSettings.in(Path.of(config.getValue("test.data", String.class)));
        LocalStack stack = LocalStack.attach(settings).orElseThrow();
        stack.process(StackPart.POSTGRES).stop();

        kafka.send(video.initialized(Optional.of("Patient")), TRACEPARENT);
        LocalStack.start(settings);

        assertThat(awaitStatus(VideoStatus.UPLOADING).title()).isEqualTo("Patient");
    }

    private List<VideoEvent> life() {
        return List.of(
                video.initialized(Optional.of("Mine")),
                video.chunkStored(1),
                video.chunkStored(2),
                video.chunkStored(3),
                video.finalized(),
                video.sourceReady(),
                video.planned(),
                video.progressed(0, 50),
                video.chunkEncoded(0),
                video.playable(),
                video.chunkEncoded(1),
                video.chunkEncoded(2),
                video.published(),
                video.thumbnails(),
                video.chapters());
    }

    private void storeOutputs() {
        List<ObjectRef> outputs = List.of(
                video.published().hls(),
                video.published().dash(),
                video.thumbnails().posters().getFirst().object());
        outputs.forEach(object -> store.put(buckets.media(), object.key(), "text/plain", new byte[10])
                .join());
    }

    private WebhookReceiver receiver(String endpoint, java.util.function.IntUnaryOperator answers) throws IOException {
        URI address = config.getValue("anpip.webhooks.endpoints.\"" + endpoint + "\".url", URI.class);
        WebhookReceiver receiver = new WebhookReceiver(address, answers);
        open.add(receiver);
        return receiver;
    }

    private VideoDocument awaitStatus(VideoStatus status) {
        return await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                        this::row,
                        document -> document.filter(shown -> shown.status() == status)
                                .isPresent())
                .orElseThrow();
    }

    /** Waits until the service has nothing more to read. */
    private void awaitCaughtUp() {
        SampleEvents last = SampleEvents.fresh();
        for (VideoEvent event : List.of(
                last.initialized(Optional.empty()),
                last.sourceReady(),
                last.planned(),
                last.thumbnails(),
                last.chapters())) {
            kafka.send(event, TRACEPARENT);
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(rows(
                                "select 1 from status.video_status where video_id = $1::text::uuid"
                                        + " and state->'announced' is not null and state->'run'->'source'->'ready' is not null"
                                        + " and state->'run'->'transcode'->'planned' is not null"
                                        + " and state->'run'->'thumbnails'->'published' is not null"
                                        + " and state->'run'->'chapters'->'published' is not null",
                                last.id().toString()))
                        .hasSize(1));
    }

    private Optional<VideoDocument> row() {
        return rows("select document::text from status.video_status where video_id = $1::text::uuid", id).stream()
                .map(row -> row.getString(0).getBytes(StandardCharsets.UTF_8))
                .findFirst()
                .flatMap(json -> EventCodec.decodeDocument(VideoDocument.class, json));
    }

    private List<Row> rows(String query, String parameter) {
        RowSet<Row> found =
                pool.preparedQuery(query).execute(Tuple.of(parameter)).await().atMost(PATIENCE);
        return StreamSupport.stream(found.spliterator(), false).toList();
    }

    private List<VideoDocument> statuses() {
        return kafka.records(TopicCatalogue.STATUS, id).stream()
                .flatMap(record -> EventCodec.decodeDocument(VideoDocument.class, record.value()).stream())
                .toList();
    }

    private List<String> notifications() {
        return kafka.records(TopicCatalogue.NOTIFICATIONS, id).stream()
                .map(StatusProjectorIT::type)
                .toList();
    }

    private static String type(ConsumerRecord<String, byte[]> record) {
        return KafkaProbe.header(record, "ce_type");
    }

    private String endKey() {
        return "videos/" + id + "/g1/end.json";
    }

    private Optional<VideoEnd> end() {
        return store.get(buckets.work(), endKey())
                .join()
                .flatMap(bytes -> EventCodec.decodeDocument(VideoEnd.class, bytes));
    }
}
