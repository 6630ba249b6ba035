package io.anpip.upload.it;

import static io.anpip.upload.video.Documents.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.anpip.objectstore.Buckets;
import io.anpip.objectstore.ObjectStore;
import io.anpip.schemas.Chapter;
import io.anpip.schemas.ChaptersEdited;
import io.anpip.schemas.VideoId;
import io.anpip.schemas.VideoStatus;
import io.anpip.upload.it.ApiClient.Answer;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Chapters that a user writes, from the request to the event and the files. */
@QuarkusTest
@WithTestResource(value = LocalServers.class, scope = TestResourceScope.GLOBAL)
@SuppressWarnings("NullAway.Init")
class ChaptersIT {

    private static final String TWO = """
            {"chapters":[{"startSeconds":0,"title":"Intro"},{"startSeconds":4.5,"endSeconds":12,"title":"  A --> B "}]}
            """;

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
    void chaptersOfTheUserAreStoredAndTold() {
        String id = video();

        Answer answer = api.put(chaptersOf(id), TWO);

        assertThat(answer.status()).isEqualTo(200);
        JsonNode stored = answer.json();
        assertThat(stored.path("origin").asText()).isEqualTo("MANUAL");
        assertThat(stored.path("chapters").toString())
                .isEqualTo("[{\"startSeconds\":0.0,\"endSeconds\":4.5,\"title\":\"Intro\"},"
                        + "{\"startSeconds\":4.5,\"endSeconds\":12.0,\"title\":\"A --> B\"}]");
        ChaptersEdited event = edits(id, 1).getFirst();
        assertThat(event.revision()).isEqualTo(1);
        assertThat(event.items().orElseThrow())
                .containsExactly(new Chapter(0, 4.5, "Intro"), new Chapter(4.5, 12, "A --> B"));
        assertThat(stored.path("vtt").asText())
                .isEqualTo(base.resolve("/media/" + event.vtt().orElseThrow().key())
                        .toString());
        Answer vtt = api.get(URI.create(stored.path("vtt").asText()).getPath());
        assertThat(vtt.header("Content-Type")).startsWith("text/vtt");
        assertThat(new String(vtt.bytes(), StandardCharsets.UTF_8)).isEqualTo("""
                WEBVTT

                00:00:00.000 --> 00:00:04.500
                Intro

                00:00:04.500 --> 00:00:12.000
                A --&gt; B
                """);
        JsonNode json = api.get("/media/" + event.json().orElseThrow().key()).json();
        assertThat(json.path("origin").asText()).isEqualTo("MANUAL");
        assertThat(json.path("durationSeconds").asDouble()).isEqualTo(12.5);
        assertThat(json.path("chapters")).hasSize(2);
    }

    @Test
    void theChaptersOfTheDocumentAreShownByThemselves() {
        String id = video();
        JsonNode shown = api.get(chaptersOf(id)).json();
        assertThat(shown.path("origin").asText()).isEqualTo("AUTOMATIC");
        assertThat(shown.path("vtt").asText()).startsWith(base.toString());
        assertThat(shown.path("chapters")).hasSize(1);

        String young = api.announce(10).path("uploadId").asText();
        assertThat(api.get(chaptersOf(young)).json().toString()).isEqualTo("{\"chapters\":[]}");
    }

    @Test
    void editsAreCountedAndTheLastOneMayGiveThemUp() {
        String id = video();
        assertThat(api.delete(chaptersOf(id)).status()).isEqualTo(204);
        assertThat(api.put(chaptersOf(id), TWO).status()).isEqualTo(200);
        assertThat(api.put(chaptersOf(id), "{\"chapters\":[]}").json().path("chapters"))
                .isEmpty();
        assertThat(api.delete(chaptersOf(id)).status()).isEqualTo(204);

        List<ChaptersEdited> edits = edits(id, 3);
        assertThat(edits).extracting(ChaptersEdited::revision).containsExactly(1, 2, 3);
        // None on purpose is another wish than none of one's own.
        assertThat(edits.get(1).items()).contains(List.of());
        assertThat(edits.get(2).items()).isEmpty();
        assertThat(edits.get(2).vtt()).isEmpty();
    }

    @Test
    void editsAtTheSameTimeAreAllCountedOnce() throws Exception {
        String id = video();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> calls = new ArrayList<>();
            IntStream.range(0, 8)
                    .forEach(client ->
                            calls.add(() -> api.put(chaptersOf(id), TWO).status()));
            for (var done : clients.invokeAll(calls)) {
                assertThat(done.get()).isEqualTo(200);
            }
        }
        assertThat(edits(id, 8)).extracting(ChaptersEdited::revision).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void aVideoNobodyHasLookedIntoHasNoPlaceForChaptersYet() {
        String id = api.uploadSmall();
        Answer refused = api.put(chaptersOf(id), TWO);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("code").asText()).isEqualTo("length-unknown");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"chapters\":[{\"startSeconds\":0,\"title\":\"a\"},{\"startSeconds\":0.5,\"title\":\"b\"}]} | at least 1.0 s apart",
                "{\"chapters\":[{\"startSeconds\":12.5,\"title\":\"a\"}]} | ends at 12.5 s",
                "{\"chapters\":[{\"startSeconds\":1e400,\"title\":\"a\"}]} | Chapter 1 begins at Infinity",
                "{\"chapters\":[{\"startSeconds\":1}]} | no 'title'",
                "{\"chapters\":[{\"title\":\"a\"}]} | no 'startSeconds'",
                "{\"chapters\":[null]} | no 'startSeconds'",
                "{\"chapters\":[{\"startSeconds\":\"soon\",\"title\":\"a\"}]} | ",
                "{\"chapters\":7} | does not fit",
                "{} | list 'chapters' is missing",
                "null | body is missing",
                "not json | ",
            })
    void chaptersThatAreNoneAreRefused(String body, String sentence) {
        String id = video();

        Answer refused = api.put(chaptersOf(id), body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json().toString()).contains(sentence == null ? "" : sentence);
    }

    @Test
    void theFilesGoWithTheVideo() {
        String id = video();
        api.put(chaptersOf(id), TWO);
        api.put(chaptersOf(id), TWO);
        String chosen = "videos/" + id + "/chosen/";
        assertThat(store.list(buckets.media(), chosen).join()).hasSize(4);

        assertThat(api.delete("/v1/videos/" + id).status()).isEqualTo(204);

        assertThat(store.list(buckets.media(), chosen).join()).isEmpty();
        assertThat(api.put(chaptersOf(id), TWO).status()).isEqualTo(404);
        assertThat(api.delete(chaptersOf(id)).status()).isEqualTo(404);
    }

    /** A video of 12.5 s, with one chapter that was found. */
    private String video() {
        String id = api.uploadSmall();
        Projection.write(document(VideoId.of(id), VideoStatus.READY, 1, 7));
        return id;
    }

    private static String chaptersOf(String id) {
        return "/v1/videos/" + id + "/chapters";
    }

    private static List<ChaptersEdited> edits(String id, int count) {
        await().untilAsserted(() -> assertThat(UploadEvents.of(id))
                .filteredOn(ChaptersEdited.class::isInstance)
                .hasSize(count));
        return UploadEvents.of(id).stream()
                .filter(ChaptersEdited.class::isInstance)
                .map(ChaptersEdited.class::cast)
                .toList();
    }
}
