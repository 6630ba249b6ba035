package io.anpip.projector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.anpip.objectstore.Buckets;
import io.anpip.objectstore.ObjectStore;
import io.anpip.schemas.EventCodec;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.TopicCatalogue;
import io.anpip.schemas.VideoDocument;
import io.anpip.schemas.VideoEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The projection is made anew from the log of real servers while the live one goes on. */
@QuarkusTest
@QuarkusTestResource(LocalServers.class)
class RebuildIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TestHTTPResource("/operator/projection/rebuild")
    URI address = URI.create("http://127.0.0.1");

    @Inject
    Config config;

    @Inject
    Pool pool;

    @Inject
    ObjectStore store;

    @Inject
    Buckets buckets;

    private final SampleEvents video = SampleEvents.fresh();
    private final String id = video.id().toString();
    private KafkaProbe kafka;

    @BeforeEach
    void connect() {
        kafka = new KafkaProbe(config.getValue("kafka.bootstrap.servers", String.class));
    }

    @AfterEach
    void disconnect() {
        kafka.close();
    }

    @Test
    void whatIsMadeAnewFromAVariedHistoryIsTheLiveProjection() throws Exception {
        storeOutputs(video);
        send(shuffledTwice(life(video)));
        SampleEvents again = SampleEvents.fresh();
        send(life(again));
        send(List.of(again.generation(2).reprocess(), again.generation(2).sourceRejected()));
        SampleEvents wished = SampleEvents.fresh();
        send(List.of(
                wished.initialized(Optional.of("Mine")),
                wished.finalized(),
                wished.sourceReady(),
                wished.chaptersEdited(1),
                wished.posterRequested(1),
                wished.posterPublished(1)));
        SampleEvents removed = SampleEvents.fresh();
        send(List.of(removed.initialized(Optional.empty()), removed.chunkStored(1), removed.deleted()));
        // Live, these two are dead letters.
        kafka.send(TopicCatalogue.UPLOADS, video.finalized(), new byte[] {'x'}, TRACEPARENT);
        kafka.send(SampleEvents.fresh().initialized(Optional.of("a\u0000b")), TRACEPARENT);
        awaitCaughtUp();
        String before = row(video).getString(0);

        JsonNode report = rebuild("");

        assertThat(report.at("/comparison/liveHash")).isEqualTo(report.at("/comparison/rebuiltHash"));
        assertThat(report.at("/comparison/differing").asLong()).isZero();
        assertThat(report.at("/comparison/behind").asLong()).isZero();
        assertThat(report.at("/comparison/equal")).isEqualTo(report.at("/comparison/videos"));
        assertThat(report.at("/passedOver").asLong()).isGreaterThanOrEqualTo(2);
        assertThat(report.at("/swapped").asBoolean()).isTrue();
        assertThat(row(video).getString(0)).isEqualTo(before);
        assertThat(document(video).status().name()).isEqualTo("READY");
        assertThat(indexes()).contains("video_status_pkey", "video_status_newest");
    }

    @Test
    void afterTheSwapTheProjectorGoesOnAndSaysNothingTwice() throws Exception {
        storeOutputs(video);
        send(life(video));
        awaitCaughtUp();
        await().atMost(PATIENCE).until(() -> notifications(video).size() == 2);

        assertThat(rebuild("").at("/swapped").asBoolean()).isTrue();
        send(life(video));
        send(List.of(video.chaptersEdited(1)));

        await().atMost(PATIENCE)
                .until(
                        () -> document(video)
                                .chapters()
                                .map(link -> link.origin())
                                .orElse(""),
                        "MANUAL"::equals);
        awaitCaughtUp();
        assertThat(notifications(video)).hasSize(2);
        assertThat(statuses(video)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aLiveRowThatMissesEventsIsBehindAndIsHealed() throws Exception {
        send(List.of(video.initialized(Optional.of("Lost"))));
        awaitCaughtUp();
        String known = one("select state::text from status.video_status where video_id = $1::text::uuid", id);
        String shown = one("select document::text from status.video_status where video_id = $1::text::uuid", id);
        send(List.of(video.finalized(), video.sourceReady()));
        awaitCaughtUp();
        // As after the restore of an older backup.
        run("""
                update status.video_status set state = $2::text::jsonb, document = $3::text::jsonb, status = 'UPLOADING',
                sequence = 1 where video_id = $1::text::uuid""", Tuple.of(id, known, shown));

        JsonNode report = rebuild("");

        assertThat(report.at("/comparison/behind").asLong()).isEqualTo(1);
        assertThat(report.at("/comparison/differing").asLong()).isZero();
        assertThat(report.at("/swapped").asBoolean()).isTrue();
        assertThat(document(video).status().name()).isEqualTo("PROCESSING");
        // Clients that saw the lost row see the healed one as newer.
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(statuses(video))
                        .last()
                        .isEqualTo(document(video).sequence()));
        assertThat(statuses(video)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aLiveRowThatSaysWhatTheLogDoesNotKeepsTheOldUnlessForced() throws Exception {
        send(List.of(video.initialized(Optional.of("True")), video.finalized()));
        awaitCaughtUp();
        run("""
                update status.video_status set document = jsonb_set(document, '{title}', '"False"')
                where video_id = $1::text::uuid""", Tuple.of(id));

        JsonNode refused = rebuild("");

        assertThat(refused.at("/swapped").asBoolean()).isFalse();
        assertThat(refused.at("/comparison/differing").asLong()).isEqualTo(1);
        assertThat(refused.at("/comparison/differingIds/0").asText()).isEqualTo(id);
        assertThat(document(video).title()).isEqualTo("False");
        assertThat(rebuild("?compareOnly=true").at("/swapped").asBoolean()).isFalse();

        JsonNode forced = rebuild("?force=true");

        assertThat(forced.at("/swapped").asBoolean()).isTrue();
        assertThat(document(video).title()).isEqualTo("True");
    }

    @Test
    void whatIsFoldedWhileItRunsIsInTheNewRows() throws Exception {
        List<SampleEvents> videos = new ArrayList<>();
        int rebuilds = 0;
        int begun = post("");
        while (rebuilds < 3) {
            SampleEvents next = SampleEvents.fresh();
            videos.add(next);
            send(List.of(next.initialized(Optional.empty()), next.finalized(), next.sourceReady()));
            if (!"RUNNING".equals(get().path("state").asText())) {
                rebuilds++;
                begun = post("");
            }
        }
        assertThat(begun).isEqualTo(202);
        awaitReport();
        awaitCaughtUp();

        for (SampleEvents each : videos) {
            assertThat(document(each).status().name()).isEqualTo("PROCESSING");
            assertThat(document(each).stages().source().progress()).isEqualTo(100);
        }
        JsonNode last = rebuild("?compareOnly=true");
        assertThat(last.at("/comparison/liveHash")).isEqualTo(last.at("/comparison/rebuiltHash"));
    }

    @Test
    void nobodyWithoutTheTokenMayRebuild() throws Exception {
        for (String authorization : List.of("Bearer wrong", "Bearer ", "Basic " + token(), token())) {
            var answer = HTTP.send(
                    HttpRequest.newBuilder(address)
                            .header("Authorization", authorization)
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(authorization).isEqualTo(401);
        }
        assertThat(HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);
    }

    private JsonNode rebuild(String query) throws IOException, InterruptedException {
        await().atMost(PATIENCE).until(() -> post(query), status -> status == 202);
        return awaitReport();
    }

    private JsonNode awaitReport() {
        JsonNode progress = await().atMost(PATIENCE)
                .until(this::get, state -> !"RUNNING".equals(state.path("state").asText()));
        assertThat(progress.path("state").asText()).as(progress.toString()).isEqualTo("DONE");
        return progress.path("report");
    }

    private int post(String query) throws IOException, InterruptedException {
        return HTTP.send(
                        authorized(URI.create(address + query))
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
    }

    private JsonNode get() throws IOException, InterruptedException {
        return EventCodec.mapper()
                .readTree(HTTP.send(authorized(address).build(), BodyHandlers.ofString())
                        .body());
    }

    private HttpRequest.Builder authorized(URI uri) {
        return HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token());
    }

    private String token() {
        return config.getValue("anpip.operator.token", String.class);
    }

    private void send(List<VideoEvent> events) {
        events.forEach(event -> kafka.send(event, TRACEPARENT));
    }

    private static List<VideoEvent> shuffledTwice(List<VideoEvent> life) {
        List<VideoEvent> twice = new ArrayList<>(life);
        twice.addAll(life);
        Collections.shuffle(twice, new Random(11));
        return twice;
    }

    private static List<VideoEvent> life(SampleEvents video) {
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
                video.audioEncoded(0, -20),
                video.playable(),
                video.chunkEncoded(1),
                video.chunkEncoded(2),
                video.published(),
                video.thumbnails(),
                video.chapters());
    }

    private void storeOutputs(SampleEvents made) {
        List<ObjectRef> outputs = List.of(
                made.published().hls(),
                made.published().dash(),
                made.thumbnails().posters().getFirst().object());
        outputs.forEach(object -> store.put(buckets.media(), object.key(), "text/plain", new byte[10])
                .join());
    }

    /** Waits until the service has nothing more to read, in any partition. */
    private void awaitCaughtUp() {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(kafka.lag("status-projector")).isZero());
    }

    private List<String> notifications(SampleEvents of) {
        return kafka.records(TopicCatalogue.NOTIFICATIONS, of.id().toString()).stream()
                .map(record -> KafkaProbe.header(record, "ce_type"))
                .toList();
    }

    private List<Long> statuses(SampleEvents of) {
        return kafka.records(TopicCatalogue.STATUS, of.id().toString()).stream()
                .flatMap(record -> EventCodec.decodeDocument(VideoDocument.class, record.value()).stream())
                .map(VideoDocument::sequence)
                .toList();
    }

    private VideoDocument document(SampleEvents of) {
        String json = one(
                "select document::text from status.video_status where video_id = $1::text::uuid",
                of.id().toString());
        return EventCodec.decodeDocument(VideoDocument.class, json.getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }

    private Row row(SampleEvents of) {
        return rows(
                        "select t::text from status.video_status t where video_id = $1::text::uuid",
                        Tuple.of(of.id().toString()))
                .getFirst();
    }

    private List<String> indexes() {
        return rows(
                        "select indexname::text from pg_indexes where schemaname = $1 and tablename = 'video_status'",
                        Tuple.of("status"))
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }

    private String one(String query, String parameter) {
        return rows(query, Tuple.of(parameter)).getFirst().getString(0);
    }

    private List<Row> rows(String query, Tuple values) {
        return StreamSupport.stream(
                        pool.preparedQuery(query)
                                .execute(values)
                                .await()
                                .atMost(PATIENCE)
                                .spliterator(),
                        false)
                .toList();
    }

    private void run(String sql, Tuple values) {
        pool.preparedQuery(sql).execute(values).await().atMost(PATIENCE);
    }
}
