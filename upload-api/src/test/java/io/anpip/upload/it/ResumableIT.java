package io.anpip.upload.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.anpip.schemas.ChunkStored;
import io.anpip.schemas.UploadFinalized;
import io.anpip.upload.it.ApiClient.Answer;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Uploads by PUT with Content-Range, over good connections and bad ones. */
@QuarkusTest
@WithTestResource(value = LocalServers.class, scope = TestResourceScope.GLOBAL)
@SuppressWarnings("NullAway.Init")
class ResumableIT {

    private static final int MIB = 1 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TestHTTPResource("/")
    URI base;

    ApiClient api;

    @BeforeEach
    void connect() {
        api = new ApiClient(base);
    }

    @Test
    void aFileComesInRangesAndIsFinalizedWithItsLastByte() {
        byte[] file = Bytes.random(20 * MIB + 123);
        URI at = create(file.length);

        for (int from = 0; from < file.length; from += 7 * MIB) {
            int to = Math.min(file.length, from + 7 * MIB);
            Answer answer = put(at, file, from, to);
            if (to < file.length) {
                assertThat(answer.status()).isEqualTo(308);
                assertThat(answer.header("Range")).isEqualTo("bytes=0-" + (to - 1));
            } else {
                assertThat(answer.status()).isEqualTo(201);
                assertThat(answer.header("Location")).endsWith("/v1/videos/" + id(at));
            }
        }

        assertIsStored(at, file);
        assertThat(probe(at, file.length).status()).as("it may be asked again").isEqualTo(201);
    }

    @Test
    void whatArrivedBeforeTheConnectionWasCutIsKept() throws IOException {
        byte[] file = Bytes.random(19 * MIB);
        URI at = create(file.length);

        sendAndCut(at, file, 0, 11 * MIB + 5);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(probe(at, file.length).header("Range")).isEqualTo("bytes=0-" + (11 * MIB + 4)));
        sendAndCut(at, file, 11 * MIB + 5, 100);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(probe(at, file.length).header("Range")).isEqualTo("bytes=0-" + (11 * MIB + 104)));

        assertThat(put(at, file, 11 * MIB + 105, file.length).status()).isEqualTo(201);
        assertIsStored(at, file);
    }

    @Test
    void aProbeEndsAConnectionThatHangsAndCountsWhatItBrought() throws IOException {
        byte[] file = Bytes.random(9 * MIB);
        URI at = create(file.length);

        try (Socket hanging = new Socket(at.getHost(), at.getPort())) {
            send(hanging, at, file, 0, 3 * MIB);
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(probe(at, file.length).header("Range")).isEqualTo("bytes=0-" + (3 * MIB - 1)));
        }
        assertThat(put(at, file, 3 * MIB, file.length).status()).isEqualTo(201);
        assertIsStored(at, file);
    }

    @Test
    void bytesThatAreThereAlreadyArePassedOverAndThoseOfLaterOnAreNotTaken() {
        byte[] file = Bytes.random(10 * MIB);
        URI at = create(file.length);
        put(at, file, 0, 3 * MIB);

        Answer tooFar = put(at, file, 4 * MIB, 5 * MIB);
        assertThat(tooFar.status()).isEqualTo(308);
        assertThat(tooFar.header("Range")).isEqualTo("bytes=0-" + (3 * MIB - 1));

        assertThat(put(at, file, 2 * MIB, file.length).status()).isEqualTo(201);
        assertIsStored(at, file);
    }

    @Test
    void aFileComesWithoutRangesToo() {
        byte[] file = Bytes.random(9 * MIB + 1);
        URI at = create(file.length);

        assertThat(api.putBytes(at, file).status()).isEqualTo(201);

        assertIsStored(at, file);
    }

    @Test
    void aFileWithoutBytesIsAFile() {
        URI at = create(0);

        assertThat(api.putBytes(at, new byte[0]).status()).isEqualTo(201);

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(UploadEvents.of(id(at))).hasAtLeastOneElementOfType(UploadFinalized.class));
    }

    @Test
    void manyUploadsAtOnceShareTheMemory() throws InterruptedException, ExecutionException {
        byte[] file = Bytes.random(9 * MIB);
        List<Callable<URI>> uploads = new ArrayList<>();
        for (int number = 0; number < 24; number++) {
            uploads.add(() -> {
                URI at = create(file.length);
                assertThat(put(at, file, 0, file.length).status()).isEqualTo(201);
                return at;
            });
        }
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<URI> upload : clients.invokeAll(uploads)) {
                assertIsStored(upload.get(), file);
            }
        }
    }

    @Test
    void whatDoesNotFitIsRefusedWithASentence() {
        byte[] file = Bytes.random(1000);
        URI at = create(file.length);

        assertThat(api.putBytes(at, file, "Content-Range", "bytes 0-999/2000")
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("wrong-size");
        assertThat(api.putBytes(at, file, "Content-Range", "bytes nonsense")
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("malformed-body");
        assertThat(api.post("/resumable", "{}").json().path("code").asText()).isEqualTo("malformed-body");
        assertThat(api.post("/resumable", "[1]", "X-Upload-Content-Length", "5").status())
                .isEqualTo(400);
        assertThat(api.putBytes(base.resolve("/resumable/nonsense"), file).status())
                .isEqualTo(404);
    }

    @Test
    void anUploadThatIsGivenUpTakesNothingMore() {
        byte[] file = Bytes.random(1000);
        URI at = create(file.length);

        assertThat(api.delete(at.getPath()).status()).isEqualTo(204);
        assertThat(api.putBytes(at, file).status()).isEqualTo(409);
    }

    private URI create(long size) {
        Answer created = api.post(
                "/resumable",
                ApiClient.json(Map.of("filename", "clip.mp4")),
                "X-Upload-Content-Length",
                Long.toString(size),
                "X-Upload-Content-Type",
                "video/mp4");
        assertThat(created.status()).isEqualTo(201);
        return URI.create(created.header("Location"));
    }

    private Answer put(URI at, byte[] file, int from, int to) {
        return api.putBytes(at, Arrays.copyOfRange(file, from, to), "Content-Range", range(from, to, file.length));
    }

    private Answer probe(URI at, long total) {
        return api.putBytes(at, new byte[0], "Content-Range", "bytes */" + total);
    }

    private static String range(int from, int to, int total) {
        return "bytes " + from + '-' + (to - 1) + '/' + total;
    }

    private static String id(URI at) {
        return at.getPath().substring("/resumable/".length());
    }

    /** Announces the rest of the file, sends so many bytes of it, and is gone. */
    private static void sendAndCut(URI at, byte[] file, int from, int count) throws IOException {
        try (Socket socket = new Socket(at.getHost(), at.getPort())) {
            send(socket, at, file, from, count);
        }
    }

    private static void send(Socket socket, URI at, byte[] file, int from, int count) throws IOException {
        OutputStream out = socket.getOutputStream();
        String head = "PUT " + at.getPath() + " HTTP/1.1\r\nHost: " + at.getAuthority() + "\r\nContent-Length: "
                + (file.length - from) + "\r\nContent-Range: " + range(from, file.length, file.length) + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(file, from, count);
        out.flush();
    }

    private void assertIsStored(URI at, byte[] file) {
        assertThat(StoredFile.of(id(at))).isEqualTo(file);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(UploadEvents.of(id(at)))
                        .hasAtLeastOneElementOfType(ChunkStored.class)
                        .hasAtLeastOneElementOfType(UploadFinalized.class));
    }
}
