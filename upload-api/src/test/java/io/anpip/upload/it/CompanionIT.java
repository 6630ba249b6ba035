package io.anpip.upload.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.anpip.schemas.UploadFinalized;
import io.anpip.schemas.UploadInitialized;
import io.anpip.upload.it.ApiClient.Answer;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Uppy asks of its Companion, call by call: https://uppy.io/docs/aws-s3/. */
@QuarkusTest
@WithTestResource(value = LocalServers.class, scope = TestResourceScope.GLOBAL)
@SuppressWarnings("NullAway.Init")
class CompanionIT {

    private static final int PART = 5 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TestHTTPResource("/")
    URI base;

    ApiClient api;

    @BeforeEach
    void connect() {
        api = new ApiClient(base);
    }

    @Test
    void aFileComesInPartsAndIsFinalizedByItsCompletion() throws IOException, InterruptedException {
        byte[] file = Bytes.random(2 * PART + 9);
        String id = create();
        List<Map<String, Object>> parts = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            parts.add(Map.of("PartNumber", number, "ETag", put(id, number, part(file, number))));
        }

        Answer completed = complete(id, parts);

        assertThat(completed.status()).isEqualTo(200);
        assertThat(completed.json().path("location").asText())
                .isEqualTo(base.resolve("/v1/videos/" + id).toString());
        assertThat(completed.json().path("key").asText()).isEqualTo(id);
        assertThat(StoredFile.of(id)).isEqualTo(file);
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(UploadEvents.of(id)).hasAtLeastOneElementOfType(UploadFinalized.class);
            assertThat(UploadEvents.of(id)).first().isInstanceOfSatisfying(UploadInitialized.class, event -> {
                assertThat(event.filename()).isEqualTo("clip.mp4");
                assertThat(event.title()).contains("Holiday");
                assertThat(event.sizeBytes()).isEqualTo(file.length);
            });
        });
        assertThat(complete(id, parts).status()).as("the answer was lost").isEqualTo(200);
        assertThat(UploadEvents.of(id).stream().filter(UploadFinalized.class::isInstance))
                .hasSize(1);
    }

    @Test
    void whatIsThereIsListedForWhoGoesOn() throws IOException, InterruptedException {
        byte[] file = Bytes.random(2 * PART);
        String id = create();
        String second = put(id, 2, part(file, 2));
        String first = put(id, 1, part(file, 1));

        JsonNode listed = api.get("/s3/multipart/" + id + "?key=" + id).json();

        assertThat(listed).hasSize(2);
        assertThat(listed.path(0).path("PartNumber").asInt()).isEqualTo(1);
        assertThat(listed.path(0).path("Size").asInt()).isEqualTo(PART);
        assertThat(listed.path(0).path("ETag").asText()).isEqualTo(first);
        assertThat(listed.path(1).path("ETag").asText()).isEqualTo(second);
    }

    @Test
    void severalPartsAreSignedAtOnce() {
        String id = create();

        JsonNode urls = api.get("/s3/multipart/" + id + "/batch?key=x&partNumbers=1,3")
                .json()
                .path("presignedUrls");

        assertThat(urls).hasSize(2);
        assertThat(urls.path("1").asText()).contains("/uploads/" + id + "/chunks/00001");
        assertThat(urls.path("3").asText()).contains("/uploads/" + id + "/chunks/00003");
    }

    @Test
    void theKeyOfTheClientDecidesNothing() {
        String id = create();

        String url = api.get("/s3/multipart/" + id + "/1?key=videos/of/another.mp4")
                .json()
                .path("url")
                .asText();

        assertThat(url).contains("/uploads/" + id + "/chunks/00001").doesNotContain("another");
    }

    @Test
    void whatIsMissingIsToldAndTheUploadStaysOpen() throws IOException, InterruptedException {
        String id = create();
        String etag = put(id, 1, Bytes.random(10));

        Answer incomplete = complete(
                id, List.of(Map.of("PartNumber", 1, "ETag", etag), Map.of("PartNumber", 2, "ETag", "\"none\"")));

        assertThat(incomplete.status()).isEqualTo(409);
        assertThat(complete(id, List.of(Map.of("PartNumber", 1, "ETag", etag))).status())
                .isEqualTo(200);
    }

    @Test
    void anUploadIsGivenUp() throws IOException, InterruptedException {
        String id = create();
        put(id, 1, Bytes.random(10));

        Answer given = api.delete("/s3/multipart/" + id + "?key=" + id);

        assertThat(given.status()).isEqualTo(200);
        assertThat(given.json()).isEmpty();
        assertThat(api.get("/s3/multipart/" + id).status()).isEqualTo(404);
        assertThat(StoredFile.of(id)).isEmpty();
        assertThat(UploadEvents.of(id)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/s3/params?filename=a.mp4", "/s3/sts", "/s3/multipart/ID/batch?partNumbers=1,x"})
    void whatIsNotOfferedIsRefusedWithASentence(String path) {
        Answer refused = api.get(path.replace("ID", create()));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("detail").asText()).endsWith(".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "10001", "-1", "x"})
    void thereAreTenThousandParts(String number) {
        assertThat(api.get("/s3/multipart/" + create() + "/" + number).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "[]", "{\"parts\":[null]}", "{\"parts\":[{\"PartNumber\":1}]}", "{\"parts\":7}"})
    void whatIsNoListOfPartsIsRefused(String body) {
        assertThat(api.post("/s3/multipart/" + create() + "/complete", body).status())
                .isEqualTo(400);
    }

    private String create() {
        JsonNode created = api.post(
                        "/s3/multipart",
                        ApiClient.json(Map.of(
                                "filename", "clip.mp4", "type", "video/mp4", "metadata", Map.of("title", "Holiday"))))
                .json();
        assertThat(created.path("bucket").asText()).isEqualTo("anpip-uploads");
        assertThat(created.path("key").asText())
                .isEqualTo(created.path("uploadId").asText());
        return created.path("uploadId").asText();
    }

    private Answer complete(String id, List<Map<String, Object>> parts) {
        return api.post("/s3/multipart/" + id + "/complete?key=" + id, ApiClient.json(Map.of("parts", parts)));
    }

    private static byte[] part(byte[] file, int number) {
        return Arrays.copyOfRange(file, (number - 1) * PART, Math.min(file.length, number * PART));
    }

    /** As a browser does it, which sends no header of its own; answers the tag. */
    private String put(String id, int number, byte[] bytes) throws IOException, InterruptedException {
        JsonNode signed =
                api.get("/s3/multipart/" + id + "/" + number + "?key=" + id).json();
        assertThat(signed.path("expires").asInt()).isPositive();
        var answer = ApiClient.http()
                .send(
                        HttpRequest.newBuilder(URI.create(signed.path("url").asText()))
                                .PUT(BodyPublishers.ofByteArray(bytes))
                                .build(),
                        BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.headers().firstValue("ETag").orElseThrow();
    }
}
