package io.anpip.upload.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.upload.it.ApiClient.Answer;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the API says to requests it can't do: always a problem with a sentence. */
@QuarkusTest
@WithTestResource(value = LocalServers.class, scope = TestResourceScope.GLOBAL)
@SuppressWarnings("NullAway.Init")
class BadRequestIT {

    private static final String UNKNOWN = "01920000-0000-7000-8000-000000000001";

    @TestHTTPResource("/")
    URI base;

    ApiClient api;

    @BeforeEach
    void connect() {
        api = new ApiClient(base);
    }

    @ParameterizedTest(name = "{0} is {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"filename\":\"a.mp4\",\"sizeBytes\":-1} | 400 | negative",
                "{\"filename\":\"a.mp4\"} | 400 | size of the file",
                "{\"filename\":\"  \",\"sizeBytes\":1} | 400 | name of the file",
                "{\"sizeBytes\":1} | 400 | name of the file",
                "{\"filename\":\"a.mp4\",\"sizeBytes\":1.5} | 400 | ",
                "{\"filename\":\"a.mp4\",\"sizeBytes\":\"many\"} | 400 | ",
                "{\"filename\":\"a.mp4\",\"sizeBytes\":300000000000000} | 413 | at most 274877906944",
                "{\"filename\":\"a.mp4\",\"sizeBytes\":1,\"profile\":\"8k\"} | 400 | av1, default, fast, hevc, quality",
                "not json | 400 | ",
                "null | 400 | body is missing",
            })
    void announcementsThatAreNoneAreRefused(String body, int status, String sentence) {
        Answer refused = api.post("/v1/uploads", body);
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json().toString()).contains(sentence == null ? "" : sentence);
    }

    @ParameterizedTest(name = "{0} {1} is {2}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /v1/uploads/" + UNKNOWN + " | 404 | upload-not-found",
                "GET | /v1/uploads/nonsense | 404 | upload-not-found",
                "GET | /v1/uploads/" + UNKNOWN + "0 | 404 | upload-not-found",
                "POST | /v1/uploads/" + UNKNOWN + "/chunks/1/url | 404 | upload-not-found",
                "POST | /v1/uploads/" + UNKNOWN + "/chunks/1 | 404 | upload-not-found",
                "POST | /v1/uploads/" + UNKNOWN + "/finalize | 404 | upload-not-found",
                "DELETE | /v1/uploads/" + UNKNOWN + " | 404 | upload-not-found",
                "GET | /v1/videos/" + UNKNOWN + " | 404 | video-not-found",
                "GET | /v1/videos/nonsense | 404 | video-not-found",
                "GET | /v1/videos/" + UNKNOWN + "/events | 404 | video-not-found",
                "DELETE | /v1/videos/" + UNKNOWN + " | 404 | video-not-found",
                "POST | /v1/videos/" + UNKNOWN + "/reprocess | 404 | video-not-found",
                "GET | /v1/videos/" + UNKNOWN + "/chapters | 404 | video-not-found",
                "GET | /v1/videos/nonsense/chapters | 404 | video-not-found",
                "PUT | /v1/videos/" + UNKNOWN + "/chapters | 404 | video-not-found",
                "PUT | /v1/videos/nonsense/chapters | 404 | video-not-found",
                "DELETE | /v1/videos/" + UNKNOWN + "/chapters | 404 | video-not-found",
                "GET | /v1/videos?cursor=nonsense | 400 | malformed-cursor",
                "GET | /v1/videos?limit=0 | 400 | 1 to 100",
                "GET | /v1/videos?limit=1000 | 400 | 1 to 100",
                "GET | /v1/videos?status=GONE | 400 | PLAYABLE",
                "GET | /media/nonsense | 404 | media-not-found",
                "GET | /media/videos/" + UNKNOWN + "/g1/stream/master.m3u8 | 404 | media-not-found",
                "POST | /media/videos/" + UNKNOWN + "/g1/stream/master.m3u8 | 405 | GET and HEAD",
                "GET | /v1/nothing | 404 | Not Found",
            })
    void whatIsNotThereIsAProblem(String method, String path, int status, String text) {
        Answer refused = switch (method) {
            case "GET" -> api.get(path);
            case "POST" -> api.post(path);
            case "PUT" -> api.put(path, "{\"chapters\":[]}");
            default -> api.delete(path);
        };
        assertThat(refused.status())
                .as(new String(refused.bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(status);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json().toString()).contains(text);
    }

    @Test
    void chunkNumbersAndChecksumsMustFit() {
        String chunks = "/v1/uploads/" + api.announce(100).path("uploadId").asText() + "/chunks/";
        for (String number : new String[] {"0", "2", "-1", "x", "1.0"}) {
            Answer refused = api.post(chunks + number + "/url");
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.json().path("detail").asText()).contains("1 to 1");
        }
        assertThat(api.post(chunks + "1/url", "{\"checksumSha256\":\"abc\"}")
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("malformed-checksum");
        assertThat(api.post(chunks + "1/url", "{").json().path("code").asText()).isEqualTo("malformed-body");
        assertThat(api.post(chunks + "1/url", "{}").status()).isEqualTo(200);
        assertThat(api.post(chunks + "1/url", "").status()).isEqualTo(200);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWithASentence() {
        Answer refused = api.post("/v1/uploads", "{\"filename\":\"" + "a".repeat(100_000) + "\",\"sizeBytes\":1}");
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.json().path("detail").asText()).contains("65536").contains("ask for a chunk's URL");
        assertThat(api.put("/v1/videos/" + UNKNOWN + "/chapters", " ".repeat(100_000))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void namesThatAreTooLongAreRefused() {
        Answer refused = api.post("/v1/uploads", "{\"filename\":\"" + "a".repeat(2000) + "\",\"sizeBytes\":1}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().toString()).contains("1024 characters");
    }
}
