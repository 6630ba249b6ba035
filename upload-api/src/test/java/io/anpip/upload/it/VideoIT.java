package io.anpip.upload.it;

import static io.anpip.upload.video.Documents.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.anpip.objectstore.Buckets;
import io.anpip.objectstore.ObjectStore;
import io.anpip.schemas.PosterRequested;
import io.anpip.schemas.ReprocessRequested;
import io.anpip.schemas.VideoDeleted;
import io.anpip.schemas.VideoId;
import io.anpip.schemas.VideoStatus;
import io.anpip.upload.it.ApiClient.Answer;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = LocalServers.class, scope = TestResourceScope.GLOBAL)
@SuppressWarnings("NullAway.Init")
class VideoIT {

    @TestHTTPResource("/")
    URI base;

    @Inject
    ObjectStore store;

    @Inject
    Buckets buckets;

    ApiClient api;

    @BeforeEach
    void connect() {
        api = new ApiClient(base);
        Projection.createTable();
    }

    @Test
    void withoutTheProjectorsTableVideosAreReadAllTheSame() {
        String id = api.uploadSmall();
        Projection.dropTable();
        assertThat(api.get("/v1/videos/" + id).json().path("status").asText()).isEqualTo("PROCESSING");
        assertThat(api.get("/v1/videos?limit=1").json().path("items")).hasSize(1);
        Projection.createTable();
    }

    @Test
    void theProjectedDocumentIsShownWithAddresses() {
        String id = api.uploadSmall();
        Projection.write(document(VideoId.of(id), VideoStatus.READY, 1, 7));

        Answer answer = api.get("/v1/videos/" + id);

        JsonNode video = answer.json();
        assertThat(video.path("status").asText()).isEqualTo("READY");
        assertThat(video.path("playback").path("hls").asText())
                .isEqualTo(base.resolve("/media/videos/" + id + "/g1/stream/master.m3u8")
                        .toString());
        assertThat(video.path("chapters").path("items")).hasSize(1);
        assertThat(api.get("/v1/videos/" + id, "If-None-Match", answer.header("ETag"))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void pagesByCursorShowEveryVideoOnceNewestFirst() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            made.addFirst(api.uploadSmall());
        }
        List<String> seen = new ArrayList<>();
        String path = "/v1/videos?limit=3";
        while (!path.isEmpty() && seen.size() < 9) {
            Answer page = api.get(path);
            page.json().path("items").forEach(video -> seen.add(video.path("id").asText()));
            Matcher next = Pattern.compile("<(.+)>; rel=\"next\"").matcher(page.header("Link"));
            path = next.matches() ? next.group(1) : "";
            assertThat(path.isEmpty()).isEqualTo(page.json().path("nextCursor").isMissingNode());
            assertThat(path).contains(page.json().path("nextCursor").asText());
        }
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen.subList(0, 7)).isEqualTo(made);
    }

    @Test
    void pagesOfAStatusHoldThatStatusOnly() {
        String processing = api.uploadSmall();
        String ready = api.uploadSmall();
        Projection.write(document(VideoId.of(ready), VideoStatus.READY, 1, 7));
        String uploading = api.announce(10).path("uploadId").asText();
        assertThat(idsOf("READY")).contains(ready).doesNotContain(processing, uploading);
        assertThat(idsOf("PROCESSING")).contains(processing).doesNotContain(ready, uploading);
        assertThat(idsOf("UPLOADING")).contains(uploading).doesNotContain(processing, ready);
    }

    @Test
    void aPageOfAStatusIsFullThoughNewerVideosHaveAnother() {
        String ready = api.uploadSmall();
        Projection.write(document(VideoId.of(ready), VideoStatus.READY, 1, 7));
        String madeAgain = api.uploadSmall();
        Projection.write(document(VideoId.of(madeAgain), VideoStatus.READY, 1, 7));
        api.post("/v1/videos/" + madeAgain + "/reprocess");
        String failed = api.uploadSmall();
        Projection.write(document(VideoId.of(failed), VideoStatus.FAILED, 1, 7));

        assertThat(firstOf("READY")).isEqualTo(ready);
        assertThat(firstOf("PROCESSING")).isEqualTo(madeAgain);
        assertThat(firstOf("FAILED")).isEqualTo(failed);
    }

    @Test
    void pagesOfAStatusAreFullWithoutTheProjectorsTableToo() {
        String processing = api.uploadSmall();
        String uploading = api.announce(10).path("uploadId").asText();
        Projection.dropTable();
        assertThat(firstOf("PROCESSING")).isEqualTo(processing);
        assertThat(firstOf("UPLOADING")).isEqualTo(uploading);
        assertThat(api.get("/v1/videos?limit=1&status=READY").json().path("items"))
                .isEmpty();
        Projection.createTable();
    }

    @Test
    void aClientThatFollowsSeesEachChangeAndNeverABackwardOne() throws Exception {
        String id = api.announce(1000).path("uploadId").asText();
        VideoId video = VideoId.of(id);
        try (EventStream stream = EventStream.open(api.address("/v1/videos/" + id + "/events"))) {
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
            assertThat(stream.header("X-Accel-Buffering")).isEqualTo("no");
            await().untilAsserted(() -> assertThat(stream.statuses()).containsExactly("UPLOADING"));

            api.putChunk(id, 1, Bytes.random(1000));
            api.post("/v1/uploads/" + id + "/finalize");
            await().untilAsserted(() -> assertThat(stream.statuses()).contains("PROCESSING"));
            Projection.show(document(video, VideoStatus.UPLOADING, 1, 1));
            Projection.show(document(video, VideoStatus.PROCESSING, 1, 2));
            Projection.show(document(video, VideoStatus.PLAYABLE, 1, 3));
            Projection.show(document(video, VideoStatus.READY, 1, 4));
            await().untilAsserted(() -> assertThat(stream.statuses()).endsWith("READY"));
            assertThat(stream.statuses().stream().distinct())
                    .startsWith("UPLOADING", "PROCESSING")
                    .endsWith("READY")
                    .isSortedAccordingTo(java.util.Comparator.comparing(VideoStatus::valueOf));
            assertThat(stream.lines()).contains("event:video", "id:4", "retry:2000");
            assertThat(stream.documents().getLast().path("playback").path("hls").asText())
                    .startsWith(base.toString());
            // Silence is filled with comments.
            await().untilAsserted(() -> assertThat(stream.lines())
                    .anySatisfy(line -> assertThat(line).startsWith(":")));
        }
    }

    @Test
    void aClientThatComesBackIsNotToldWhatItKnows() throws Exception {
        String id = api.uploadSmall();
        VideoId video = VideoId.of(id);
        Projection.show(document(video, VideoStatus.PROCESSING, 1, 5));
        URI address = api.address("/v1/videos/" + id + "/events");
        try (EventStream resumed = EventStream.open(address, "Last-Event-ID", "5");
                EventStream behind = EventStream.open(address, "Last-Event-ID", "4")) {
            await().untilAsserted(() -> assertThat(behind.documents()).hasSize(1));
            // Only in the table: a record that was missed is found by reading again.
            Projection.write(document(video, VideoStatus.PLAYABLE, 1, 6));
            await().untilAsserted(() -> assertThat(resumed.statuses()).containsExactly("PLAYABLE"));
        }
    }

    @Test
    void aRemovedVideoIsGoneAtOnceAndItsFollowersAreTold() throws Exception {
        String id = api.uploadSmall();
        try (EventStream stream = EventStream.open(api.address("/v1/videos/" + id + "/events"))) {
            await().untilAsserted(() -> assertThat(stream.documents()).hasSize(1));

            assertThat(api.delete("/v1/videos/" + id).status()).isEqualTo(204);

            assertThat(api.get("/v1/videos/" + id).status()).isEqualTo(404);
            assertThat(api.get("/v1/uploads/" + id).status()).isEqualTo(404);
            assertThat(api.delete("/v1/videos/" + id).status()).isEqualTo(404);
            assertThat(store.list(buckets.uploads(), "uploads/" + id).get()).isEmpty();
            await().untilAsserted(() -> assertThat(UploadEvents.of(id)).hasAtLeastOneElementOfType(VideoDeleted.class));
            Projection.tombstone(VideoId.of(id));
            await().untilAsserted(() -> {
                assertThat(stream.lines()).contains("event:removed");
                assertThat(stream.hasEnded()).isTrue();
            });
        }
    }

    @Test
    void twoWhoWantAVideoMadeAgainGetOneNewGeneration() throws Exception {
        String id = api.uploadSmall();
        assertThat(api.post("/v1/videos/" + id + "/reprocess")
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("video-in-work");
        Projection.write(document(VideoId.of(id), VideoStatus.FAILED, 1, 9));
        assertThat(api.post("/v1/videos/" + id + "/reprocess", "{\"profile\":\"8k\"}")
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("unknown-profile");
        assertThat(api.post("/v1/videos/" + id + "/reprocess", "8k")
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("malformed-body");

        List<Integer> statuses = new ArrayList<>();
        Callable<Integer> again = () -> api.post("/v1/videos/" + id + "/reprocess", "{\"profile\":\"quality\"}")
                .status();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : clients.invokeAll(List.of(again, again))) {
                statuses.add(answer.get());
            }
        }

        assertThat(statuses).containsExactlyInAnyOrder(202, 409);
        JsonNode video = api.get("/v1/videos/" + id).json();
        assertThat(video.path("status").asText()).isEqualTo("PROCESSING");
        assertThat(video.path("generation").asInt()).isEqualTo(2);
        await().untilAsserted(() -> assertThat(UploadEvents.of(id))
                .last()
                .isInstanceOfSatisfying(ReprocessRequested.class, event -> {
                    assertThat(event.generation()).isEqualTo(2);
                    assertThat(event.chunkList().key()).isEqualTo("uploads/" + id + "/chunks.json");
                    assertThat(event.profile()).contains("quality");
                }));
        assertThat(UploadEvents.of(id).stream().filter(ReprocessRequested.class::isInstance))
                .hasSize(1);
    }

    @Test
    void picksOfAPosterAreCountedAndTold() {
        String id = api.uploadSmall();
        String poster = "/v1/videos/" + id + "/poster";
        assertThat(code(api.post(poster, "{\"timeSeconds\":4.5}"))).isEqualTo("source-unknown");
        assertThat(api.delete(poster).status()).isEqualTo(204);
        Projection.write(document(VideoId.of(id), VideoStatus.READY, 1, 9));

        Answer first = api.post(poster, "{\"timeSeconds\":4.5}");
        Answer last = api.post(poster, "{\"timeSeconds\":12.5}");

        assertThat(first.status()).isEqualTo(202);
        assertThat(first.json().path("revision").asInt()).isEqualTo(1);
        assertThat(last.json().path("revision").asInt()).isEqualTo(2);
        assertThat(api.delete(poster).status()).isEqualTo(204);
        await().untilAsserted(() -> assertThat(UploadEvents.of(id).stream()
                        .filter(PosterRequested.class::isInstance)
                        .map(PosterRequested.class::cast))
                .extracting(PosterRequested::revision, PosterRequested::timeSeconds)
                .containsExactly(tuple(1, Optional.of(4.5)), tuple(2, Optional.of(12.5)), tuple(3, Optional.empty())));
    }

    @Test
    void whatIsNoMomentOfTheVideoCantBeItsPoster() {
        String id = api.uploadSmall();
        String poster = "/v1/videos/" + id + "/poster";
        Projection.write(document(VideoId.of(id), VideoStatus.PLAYABLE, 1, 9));

        assertThat(code(api.post(poster, "{\"timeSeconds\":12.6}"))).isEqualTo("outside-video");
        assertThat(code(api.post(poster, "{\"timeSeconds\":-0.1}"))).isEqualTo("outside-video");
        assertThat(api.post(poster, "{}").status()).isEqualTo(400);
        assertThat(api.post(poster, "{\"timeSeconds\":\"soon\"}").status()).isEqualTo(400);
        assertThat(code(api.post("/v1/videos/01920000-0000-7000-8000-00000000dead/poster", "{\"timeSeconds\":1}")))
                .isEqualTo("video-not-found");
        assertThat(UploadEvents.of(id)).doesNotHaveAnyElementsOfTypes(PosterRequested.class);
    }

    private static String code(Answer answer) {
        return answer.json().path("code").asText();
    }

    @Test
    void anUploadThatWasGivenUpCantBeMadeAgain() {
        String id = api.announce(10).path("uploadId").asText();
        api.delete("/v1/uploads/" + id);
        assertThat(api.post("/v1/videos/" + id + "/reprocess")
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("no-source");
    }

    private String firstOf(String status) {
        JsonNode items = api.get("/v1/videos?limit=1&status=" + status).json().path("items");
        assertThat(items).hasSize(1);
        return items.path(0).path("id").asText();
    }

    private List<String> idsOf(String status) {
        JsonNode items = api.get("/v1/videos?limit=100&status=" + status).json().path("items");
        assertThat(items)
                .allSatisfy(video -> assertThat(video.path("status").asText()).isEqualTo(status));
        return StreamSupport.stream(items.spliterator(), false)
                .map(video -> video.path("id").asText())
                .toList();
    }
}
