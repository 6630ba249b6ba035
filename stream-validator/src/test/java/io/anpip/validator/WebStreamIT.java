package io.anpip.validator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.anpip.validator.report.Finding;
import io.anpip.validator.report.Report;
import io.anpip.validator.resource.Limits;
import io.anpip.validator.rule.AppleRule;
import io.anpip.validator.rule.StreamRule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stream on a real web server. */
class WebStreamIT {

    @TempDir
    private static Path work;

    private static Path good;

    private final Map<String, String> types = new HashMap<>(Map.of(
            "m3u8", "application/vnd.apple.mpegurl",
            "mpd", "application/dash+xml",
            "mp4", "video/mp4",
            "m4s", "video/iso.segment",
            "vtt", "text/vtt; charset=utf-8",
            "jpg", "image/jpeg"));
    private final Map<String, String> redirects = new HashMap<>();
    private final Map<String, byte[]> bodies = new HashMap<>();
    private boolean compress = true;
    private final HttpServer server;

    WebStreamIT() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeAll
    static void makeStream() throws IOException {
        good = StreamMaker.make(work.resolve("good"));
    }

    @BeforeEach
    void serve() {
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aGoodStreamThatIsServedWellBreaksNoRule() {
        Report report = validated("master.m3u8");

        assertThat(report.findings()).isEmpty();
        assertThat(report.extent().dashRepresentations()).isEqualTo(6);
    }

    @Test
    void aManifestIsAnEntranceToo() {
        Report report = validated("manifest.mpd");

        assertThat(report.findings()).isEmpty();
        assertThat(report.extent().hlsPlaylists()).isZero();
    }

    @Test
    void playlistsThatAreNotCompressedAreFound() {
        compress = false;

        assertThat(validated("master.m3u8").findings().stream().map(Finding::rule))
                .containsOnly(AppleRule.GZIP);
    }

    @Test
    void wrongMediaTypesAreFound() {
        types.put("m4s", "application/octet-stream");

        assertThat(validated("master.m3u8").findings().stream().map(Finding::rule))
                .containsOnly(AppleRule.MEDIA_TYPES);
    }

    @Test
    void redirectsWithinTheOriginAreFollowed() {
        redirects.put("/text/2.vtt", "/text/3.vtt");

        assertThat(validated("master.m3u8").findings()).isEmpty();
    }

    @Test
    void anotherOriginIsNeverAsked() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.close();
        });
        other.start();
        redirects.put("/text/2.vtt", "http://127.0.0.1:" + other.getAddress().getPort() + "/2.vtt");

        Report report = validated("master.m3u8");
        other.stop(0);

        assertThat(report.findings().stream().map(Finding::rule)).containsOnly(StreamRule.INSIDE);
        assertThat(asked).hasValue(0);
    }

    @Test
    void aRingOfRedirectsIsLeft() {
        redirects.put("/text/2.vtt", "/text/2.vtt");

        assertThat(validated("master.m3u8").findings().stream().map(Finding::rule))
                .containsOnly(StreamRule.LIMIT);
    }

    @Test
    void aSmallBodyThatUnpacksToALargeOneIsLeft() throws IOException {
        bodies.put("/text/playlist.m3u8", new byte[2 << 20]);

        Report report = StreamValidator.ofUrl(
                        address("master.m3u8"), new Limits(1000, 1 << 20, 1 << 20, 2, Duration.ofSeconds(10)))
                .validate();

        assertThat(report.findings().stream().map(Finding::rule)).containsOnly(StreamRule.LIMIT);
    }

    @Test
    void whatIsNotThereIsAFinding() {
        assertThat(validated("other.m3u8").violations().stream().map(Finding::rule))
                .containsExactly(StreamRule.EXISTS);
    }

    @Test
    void onlyWebAddressesAreTaken() {
        assertThatThrownBy(() -> StreamValidator.ofUrl(URI.create("ftp://example.org/master.m3u8")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Report validated(String name) {
        return StreamValidator.ofUrl(address(name)).validate();
    }

    private URI address(String name) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + name);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Path file = good.resolve(path.substring(1));
        try (exchange) {
            if (redirects.containsKey(path)) {
                exchange.getResponseHeaders().set("Location", redirects.get(path));
                exchange.sendResponseHeaders(302, -1);
            } else if (Files.isRegularFile(file)) {
                String ending = path.substring(path.lastIndexOf('.') + 1);
                exchange.getResponseHeaders().set("Content-Type", types.getOrDefault(ending, ""));
                byte[] plain = bodies.getOrDefault(path, Files.readAllBytes(file));
                boolean packed = compress && ending.equals("m3u8");
                if (packed) {
                    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                }
                byte[] body = packed ? gzip(plain) : plain;
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }
}
