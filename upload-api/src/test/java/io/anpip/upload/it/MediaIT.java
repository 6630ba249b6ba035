package io.anpip.upload.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.objectstore.Buckets;
import io.anpip.objectstore.ObjectStore;
import io.anpip.upload.it.ApiClient.Answer;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = LocalServers.class, scope = TestResourceScope.GLOBAL)
@SuppressWarnings("NullAway.Init")
class MediaIT {

    private static final byte[] SEGMENT = Bytes.random(3_000_000);

    @TestHTTPResource("/")
    URI base;

    @Inject
    ObjectStore store;

    @Inject
    Buckets buckets;

    ApiClient api;
    String segment;
    String root;

    @BeforeEach
    void publish() {
        api = new ApiClient(base);
        root = "videos/" + UUID.randomUUID() + "/g1/stream/";
        segment = "/media/" + root + "720p/00001.m4s";
        store.put(buckets.media(), root + "720p/00001.m4s", "video/iso.segment", SEGMENT)
                .join();
    }

    @Test
    void aSegmentComesWholeWithItsTypeAndMayBeKeptForEver() {
        Answer answer = api.get(segment, "Accept-Encoding", "gzip");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.bytes()).isEqualTo(SEGMENT);
        assertThat(answer.header("Content-Type")).isEqualTo("video/iso.segment");
        assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(SEGMENT.length));
        assertThat(answer.header("Cache-Control")).contains("immutable").contains("max-age=31536000");
        assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.header("ETag")).matches("\"[^\"]+\"");
    }

    @Test
    void rangesComeAsTheyWereAskedFor() {
        Answer middle = api.get(segment, "Range", "bytes=1000-1999");
        assertThat(middle.status()).isEqualTo(206);
        assertThat(middle.bytes()).isEqualTo(Arrays.copyOfRange(SEGMENT, 1000, 2000));
        assertThat(middle.header("Content-Range")).isEqualTo("bytes 1000-1999/3000000");

        Answer last = api.get(segment, "Range", "bytes=-5");
        assertThat(last.bytes()).isEqualTo(Arrays.copyOfRange(SEGMENT, 2_999_995, 3_000_000));

        Answer open = api.get(segment, "Range", "bytes=2999000-");
        assertThat(open.header("Content-Length")).isEqualTo("1000");

        Answer beyond = api.get(segment, "Range", "bytes=3000000-");
        assertThat(beyond.status()).isEqualTo(416);
        assertThat(beyond.header("Content-Range")).isEqualTo("bytes */3000000");
        assertThat(beyond.json().path("code").asText()).isEqualTo("range-not-satisfiable");

        Answer changed = api.get(segment, "Range", "bytes=0-9", "If-Range", "\"another\"");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.bytes()).hasSize(SEGMENT.length);
    }

    @Test
    void whoHasItAlreadyIsToldSo() {
        String etag = api.get(segment).header("ETag");
        Answer fresh = api.get(segment, "If-None-Match", etag);
        assertThat(fresh.status()).isEqualTo(304);
        assertThat(fresh.bytes()).isEmpty();
        assertThat(api.get(segment, "If-None-Match", "\"another\"").status()).isEqualTo(200);
    }

    @Test
    void headersComeWithoutTheBody() {
        Answer head = api.head(segment);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Length")).isEqualTo("3000000");
        assertThat(head.bytes()).isEmpty();
        assertThat(api.head(segment, "Range", "bytes=0-9").status()).isEqualTo(206);
    }

    @Test
    void aPlaylistIsCompressedOnItsWayAndAGrowingOneIsAskedForAgain() throws Exception {
        String playlist = "#EXTM3U\n" + "#EXTINF:6.0,\nsegment.m4s\n".repeat(500);
        byte[] bytes = playlist.getBytes(StandardCharsets.UTF_8);
        store.put(buckets.media(), root + "720p/event.m3u8", "application/vnd.apple.mpegurl", bytes)
                .join();
        store.put(buckets.media(), root + "720p/playlist.m3u8", "application/vnd.apple.mpegurl", bytes)
                .join();

        Answer growing = api.get("/media/" + root + "720p/event.m3u8");
        assertThat(growing.header("Content-Type")).isEqualTo("application/vnd.apple.mpegurl");
        assertThat(growing.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(growing.bytes()).isEqualTo(bytes);

        Answer packed = api.get("/media/" + root + "720p/playlist.m3u8", "Accept-Encoding", "gzip");
        assertThat(packed.header("Cache-Control")).contains("immutable");
        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.bytes().length).isLessThan(bytes.length / 10);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.bytes())).readAllBytes())
                .isEqualTo(bytes);
        assertThat(api.get("/media/" + root + "720p/playlist.m3u8", "Range", "bytes=0-6", "Accept-Encoding", "gzip")
                        .bytes())
                .isEqualTo("#EXTM3U".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aFileToSaveIsSavedUnderTheNameAskedForAndASegmentIsNot() {
        String file = root + "downloads/" + UUID.randomUUID() + "/video.mp4";
        store.put(buckets.media(), file, "video/mp4", SEGMENT).join();

        Answer answer = api.get("/media/" + file + "?name=My+caf%C3%A9");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.bytes()).isEqualTo(SEGMENT);
        assertThat(answer.header("Content-Type")).isEqualTo("video/mp4");
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"My caf.mp4\"; filename*=UTF-8''My%20caf%C3%A9.mp4");
        assertThat(api.get("/media/" + file, "Range", "bytes=0-9").header("Content-Disposition"))
                .startsWith("attachment; filename=\"video.mp4\"");
        assertThat(api.get(segment + "?name=a").header("Content-Disposition")).isEmpty();
    }

    @Test
    void anEmptyFileIsServedEmpty() {
        store.put(buckets.media(), root + "empty.vtt", "text/vtt", new byte[0]).join();
        Answer answer = api.get("/media/" + root + "empty.vtt");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.bytes()).isEmpty();
    }

    @Test
    void onlyTheMediaBucketIsServed() {
        store.put(buckets.work(), root + "secret.json", "application/json", new byte[] {'1'})
                .join();
        assertThat(api.get("/media/" + root + "secret.json").status()).isEqualTo(404);
        assertThat(api.get("/media/" + root + "../stream/720p/00001.m4s").status())
                .isEqualTo(404);
        assertThat(api.get("/media/" + root + "%2e%2e/stream/720p/00001.m4s").status())
                .isEqualTo(404);
    }

    @Test
    void thePagesAndThePlayerAreServed() {
        Answer watch = api.get("/watch/" + UUID.randomUUID());
        assertThat(watch.status()).isEqualTo(200);
        assertThat(watch.header("Content-Type")).startsWith("text/html");
        assertThat(watch.header("Content-Security-Policy")).contains("default-src 'self'");
        assertThat(new String(watch.bytes(), StandardCharsets.UTF_8)).contains("id=\"player\"", "id=\"seek\"");
        assertThat(api.get("/").header("Content-Type")).startsWith("text/html");
        assertThat(api.get("/assets/hls.js").header("Content-Type")).contains("javascript");
        assertThat(new String(api.get("/q/openapi?format=json").bytes(), StandardCharsets.UTF_8))
                .contains("/v1/uploads/{id}/finalize");
    }
}
