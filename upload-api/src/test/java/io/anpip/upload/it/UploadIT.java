package io.anpip.upload.it;

import static io.anpip.upload.video.Documents.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.anpip.objectstore.Buckets;
import io.anpip.objectstore.ObjectStore;
import io.anpip.schemas.ChunkList;
import io.anpip.schemas.ChunkStored;
import io.anpip.schemas.EventCodec;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.UploadAborted;
import io.anpip.schemas.UploadFinalized;
import io.anpip.schemas.UploadInitialized;
import io.anpip.schemas.VideoEvent;
import io.anpip.schemas.VideoId;
import io.anpip.schemas.VideoStatus;
import io.anpip.upload.it.ApiClient.Answer;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = LocalServers.class, scope = TestResourceScope.GLOBAL)
@SuppressWarnings("NullAway.Init")
class UploadIT {

    private static final int MIB = 1024 * 1024;
    private static final int CHUNK = 8 * MIB;

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
    }

    @Test
    void aFileGoesIntoTheStoreInChunksAndBecomesAVideo() throws Exception {
        byte[] file = Bytes.random(2 * CHUNK + 1234);

        Answer announced = api.post(
                "/v1/uploads",
                ApiClient.json(java.util.Map.of(
                        "filename",
                        "../my\u202efilm.mp4",
                        "sizeBytes",
                        file.length,
                        "title",
                        "My film",
                        "profile",
                        "hevc")));
        assertThat(announced.status()).isEqualTo(201);
        String id = announced.json().path("uploadId").asText();
        assertThat(announced.header("Location")).endsWith("/v1/uploads/" + id);
        assertThat(announced.json().path("chunkSizeBytes").asLong()).isEqualTo(CHUNK);
        assertThat(announced.json().path("chunkCount").asInt()).isEqualTo(3);
        assertThat(announced.json().path("expiresAt").asText()).endsWith("Z");

        // In any order, the first with its checksum, and one that nobody tells of.
        JsonNode signed = sign(id, 1, sha256(slice(file, 1)));
        assertThat(signed.path("method").asText()).isEqualTo("PUT");
        assertThat(api.putChunk(id, 3, slice(file, 3))).isEqualTo(200);
        assertThat(api.put(signed, slice(file, 1))).isEqualTo(200);
        assertThat(api.post("/v1/uploads/" + id + "/chunks/1").status()).isEqualTo(204);
        JsonNode halfway = api.get("/v1/uploads/" + id).json();
        assertThat(halfway.path("state").asText()).isEqualTo("OPEN");
        assertThat(halfway.path("chunks"))
                .extracting(chunk -> chunk.path("number").asInt())
                .containsExactly(1, 3);
        assertThat(api.putChunk(id, 2, slice(file, 2))).isEqualTo(200);

        Answer finalized = api.post("/v1/uploads/" + id + "/finalize");
        assertThat(finalized.status()).isEqualTo(202);
        assertThat(finalized.header("Location")).endsWith("/v1/videos/" + id);
        JsonNode video = api.get("/v1/videos/" + id).json();
        assertThat(video.path("status").asText()).isEqualTo("PROCESSING");
        assertThat(video.path("title").asText()).isEqualTo("My film");
        assertThat(api.get("/v1/uploads/" + id).json().path("state").asText()).isEqualTo("FINALIZED");

        List<VideoEvent> events = eventsOf(id, 3);
        assertThat(events.get(0)).isInstanceOfSatisfying(UploadInitialized.class, event -> {
            assertThat(event.filename()).isEqualTo("myfilm.mp4");
            assertThat(event.title()).contains("My film");
            assertThat(event.profile()).contains("hevc");
        });
        assertThat(events.get(1)).isInstanceOfSatisfying(ChunkStored.class, event -> {
            assertThat(event.chunkNumber()).isEqualTo(1);
            assertThat(event.object().key()).isEqualTo("uploads/" + id + "/chunks/00001");
        });
        assertThat(events.get(2)).isInstanceOfSatisfying(UploadFinalized.class, event -> {
            assertThat(fileOf(event.chunkList())).isEqualTo(file);
            assertThat(event.sizeBytes()).isEqualTo(file.length);
            assertThat(event.profile()).contains("hevc");
        });
        assertThat(UploadEvents.records(id)).allSatisfy(record -> {
            assertThat(UploadEvents.header(record, "ce_specversion")).isEqualTo("1.0");
            assertThat(UploadEvents.header(record, "ce_source")).isEqualTo("/anpip/upload-api");
        });
    }

    @Test
    void anEmptyFileIsOneEmptyChunk() {
        JsonNode announced = api.announce(0);
        String id = announced.path("uploadId").asText();
        assertThat(announced.path("chunkCount").asInt()).isEqualTo(1);
        assertThat(api.post("/v1/uploads/" + id + "/finalize").status()).isEqualTo(409);
        assertThat(api.putChunk(id, 1, new byte[0])).isEqualTo(200);
        assertThat(api.post("/v1/uploads/" + id + "/finalize").status()).isEqualTo(202);
    }

    @Test
    void twentyClientsFinalizeAtOnceAndThereIsOneEvent() throws Exception {
        byte[] file = Bytes.random(100);
        String id = api.announce(file.length).path("uploadId").asText();
        api.putChunk(id, 1, file);
        Callable<Integer> finish =
                () -> api.post("/v1/uploads/" + id + "/finalize").status();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = clients.invokeAll(
                    IntStream.range(0, 20).mapToObj(client -> finish).toList());
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(202);
            }
        }
        eventsOf(id, 2);
        assertThat(UploadEvents.of(id).stream().filter(UploadFinalized.class::isInstance))
                .hasSize(1);
    }

    @Test
    void finalizeListsWhatIsMissingAndWhatHasTheWrongSize() throws Exception {
        String id = api.announce(2L * CHUNK + 10).path("uploadId").asText();
        // Past the signed URL, as a careless copy into the bucket would do it.
        store.put(buckets.uploads(), "uploads/" + id + "/chunks/00002", "video/mp4", new byte[7])
                .get();

        Answer refused = api.post("/v1/uploads/" + id + "/finalize");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        JsonNode problem = refused.json();
        assertThat(problem.path("code").asText()).isEqualTo("upload-incomplete");
        assertThat(problem.path("missing")).extracting(JsonNode::asInt).containsExactly(1, 3);
        assertThat(problem.path("wrongSized").get(0).path("expectedBytes").asInt())
                .isEqualTo(CHUNK);
        assertThat(problem.path("wrongSized").get(0).path("storedBytes").asInt())
                .isEqualTo(7);
        assertThat(api.post("/v1/uploads/" + id + "/chunks/2")
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("chunk-wrong-size");
        assertThat(api.post("/v1/uploads/" + id + "/chunks/1")
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("chunk-not-stored");
        assertThat(api.get("/v1/uploads/" + id).json().path("wrongSized")).hasSize(1);
    }

    @Test
    void theStoreRefusesOtherBytesThanWereSigned() throws Exception {
        byte[] right = Bytes.random(1000);
        byte[] wrong = Arrays.copyOf(right, 1000);
        wrong[500]++;
        String id = api.announce(right.length).path("uploadId").asText();
        assertThat(api.putChunk(id, 1, Bytes.random(1001))).isBetween(400, 499);
        assertThat(api.putChunk(id, 1, Bytes.random(999))).isBetween(400, 499);
        JsonNode signed = sign(id, 1, sha256(right));
        assertThat(api.put(signed, wrong)).isBetween(400, 499);
        assertThat(api.put(signed, right)).isEqualTo(200);
    }

    @Test
    void aChunkThatIsToldOfTwiceIsOneEventAndAnotherOneIsASecond() {
        String id = api.announce(100).path("uploadId").asText();
        api.putChunk(id, 1, Bytes.random(100));
        api.post("/v1/uploads/" + id + "/chunks/1");
        api.post("/v1/uploads/" + id + "/chunks/1");
        byte[] other = Bytes.random(100);
        other[0]++;
        api.putChunk(id, 1, other);
        api.post("/v1/uploads/" + id + "/chunks/1");
        api.post("/v1/uploads/" + id + "/finalize");
        // Told too late, and right all the same.
        assertThat(api.post("/v1/uploads/" + id + "/chunks/1").status()).isEqualTo(204);
        eventsOf(id, 4);
        assertThat(UploadEvents.of(id).stream().filter(ChunkStored.class::isInstance))
                .hasSize(2);
    }

    @Test
    void anAbortedUploadIsGoneFromTheStoreAndTakesNothingMore() throws Exception {
        String id = api.announce(100).path("uploadId").asText();
        JsonNode signedBefore = sign(id, 1, "");
        api.putChunk(id, 1, Bytes.random(100));

        assertThat(api.delete("/v1/uploads/" + id).status()).isEqualTo(204);

        assertThat(store.list(buckets.uploads(), "uploads/" + id).get()).isEmpty();
        assertThat(api.delete("/v1/uploads/" + id).status()).isEqualTo(204);
        assertThat(api.post("/v1/uploads/" + id + "/chunks/1/url").status()).isEqualTo(409);
        assertThat(api.post("/v1/uploads/" + id + "/finalize")
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("upload-not-open");
        assertThat(api.get("/v1/uploads/" + id).json().path("state").asText()).isEqualTo("ABORTED");
        JsonNode video = api.get("/v1/videos/" + id).json();
        assertThat(video.path("status").asText()).isEqualTo("FAILED");
        assertThat(video.path("failure").path("reason").asText()).endsWith(".");
        assertThat(eventsOf(id, 2).getLast()).isInstanceOf(UploadAborted.class);

        // A URL that was signed before still works for a while; the sweep removes what came by it.
        assertThat(api.put(signedBefore, Bytes.random(100))).isEqualTo(200);
        Projection.execute(
                "update uploads.upload set sweep_after = now() - interval '1 second' where id = '" + id + "'");
        await().untilAsserted(() ->
                assertThat(store.list(buckets.uploads(), "uploads/" + id).get()).isEmpty());
    }

    @Test
    void anUploadNobodyFinishesIsGivenUpWhenItsTimeIsOver() {
        String id = api.announce(100).path("uploadId").asText();
        Projection.execute(
                "update uploads.upload set expires_at = now() - interval '1 second' where id = '" + id + "'");
        await().untilAsserted(() -> assertThat(
                        api.get("/v1/uploads/" + id).json().path("state").asText())
                .isEqualTo("ABORTED"));
        assertThat(api.post("/v1/uploads/" + id + "/chunks/1/url").status()).isEqualTo(409);
        assertThat(eventsOf(id, 2).getLast())
                .isInstanceOfSatisfying(
                        UploadAborted.class, event -> assertThat(event.reason()).contains("in time"));
    }

    @Test
    void theChunksOfAVideoGoOnceItWasReadyForAWhile() {
        Projection.createTable();
        String id = api.uploadSmall();
        String young = api.uploadSmall();
        Projection.write(document(VideoId.of(id), VideoStatus.READY, 1, 9));
        Projection.write(document(VideoId.of(young), VideoStatus.READY, 1, 9));
        Projection.execute("update status.video_status set updated_at = now() - interval '25 hours' where video_id = '"
                + id + "'");
        await().untilAsserted(() -> assertThat(
                        store.list(buckets.uploads(), "uploads/" + id).get())
                .extracting(ObjectRef::key)
                .containsExactly("uploads/" + id + "/chunks.json"));
        assertThat(store.list(buckets.uploads(), "uploads/" + young + "/chunks/")
                        .join())
                .isNotEmpty();
    }

    private JsonNode sign(String id, int number, String sha256) {
        String path = "/v1/uploads/" + id + "/chunks/" + number + "/url";
        return (sha256.isEmpty() ? api.post(path) : api.post(path, "{\"checksumSha256\":\"" + sha256 + "\"}")).json();
    }

    private static byte[] slice(byte[] file, int number) {
        return Arrays.copyOfRange(file, (number - 1) * CHUNK, Math.min(number * CHUNK, file.length));
    }

    private static String sha256(byte[] bytes) throws Exception {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private byte[] fileOf(ObjectRef chunkList) {
        ChunkList list = EventCodec.decodeDocument(
                        ChunkList.class,
                        store.get(chunkList.bucket(), chunkList.key()).join().orElseThrow())
                .orElseThrow();
        var whole = new java.io.ByteArrayOutputStream();
        list.chunks()
                .forEach(chunk -> whole.writeBytes(
                        store.get(chunk.bucket(), chunk.key()).join().orElseThrow()));
        return whole.toByteArray();
    }

    private static List<VideoEvent> eventsOf(String id, int atLeast) {
        return await().until(() -> UploadEvents.of(id), events -> events.size() >= atLeast);
    }
}
