package io.anpip.objectstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.schemas.Failure;
import io.anpip.schemas.FailureKind;
import io.anpip.schemas.ObjectRef;
import io.anpip.schemas.TranscodeFailed;
import io.anpip.schemas.VideoId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectStoreIT {

    private static final Buckets BUCKETS = Buckets.withPrefix("anpip-");
    private static final String TYPE = "application/octet-stream";
    private static final int MIB = 1 << 20;

    @TempDir
    static Path directory;

    private static RealStore real;
    private static ObjectStore store;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        real = new RealStore(directory);
        store = real.store();
    }

    @AfterAll
    static void stop() {
        real.close();
    }

    @Test
    void theStoreIsOneThatHonoursConditionalPuts() {
        assertThat(ConditionalPutProbe.holds(store, BUCKETS.work()).join()).isTrue();
    }

    @Test
    void ofManyConditionalWritersExactlyOneWins() {
        String key = newKey();

        List<CompletableFuture<PutOutcome>> writers = IntStream.range(0, 16)
                .mapToObj(writer -> store.putIfAbsent(BUCKETS.work(), key, TYPE, new byte[] {(byte) writer}))
                .toList();

        assertThat(writers.stream().map(CompletableFuture::join).filter(PutOutcome.Written.class::isInstance))
                .hasSize(1);
        assertThat(store.get(BUCKETS.work(), key).join()).isPresent();
    }

    @Test
    void whatIsNotThereIsEmptyAndNotAFailure() {
        assertThat(store.head(BUCKETS.work(), newKey()).join()).isEmpty();
        assertThat(store.get(BUCKETS.work(), newKey()).join()).isEmpty();
        assertThat(store.open(BUCKETS.work(), newKey(), Optional.empty()).join())
                .isEmpty();
    }

    @Test
    void combinesObjectsInOrderInsideTheStore() {
        byte[] first = bytes(5 * MIB);
        byte[] second = bytes(6 * MIB);
        byte[] last = bytes(77);
        List<ObjectRef> parts = new ArrayList<>();
        for (byte[] part : List.of(first, second, last)) {
            parts.add(store.put(BUCKETS.uploads(), newKey(), TYPE, part).join());
        }

        ObjectRef combined = store.combine(parts, BUCKETS.work(), newKey()).join();

        assertThat(combined.sizeBytes()).isEqualTo(11L * MIB + 77);
        assertThat(store.get(BUCKETS.work(), combined.key()).join().orElseThrow())
                .isEqualTo(joined(first, second, last));
    }

    @Test
    void combiningOneObjectIsACopy() {
        byte[] only = bytes(1000);
        ObjectRef part = store.put(BUCKETS.uploads(), newKey(), TYPE, only).join();

        ObjectRef copy = store.combine(List.of(part), BUCKETS.work(), newKey()).join();

        assertThat(store.get(BUCKETS.work(), copy.key()).join().orElseThrow()).isEqualTo(only);
    }

    @Test
    void removesEverythingBelowAPrefixAndNothingElse() {
        String prefix = newKey() + '/';
        IntStream.range(0, 25)
                .forEach(number -> store.put(BUCKETS.media(), prefix + number, TYPE, bytes(10))
                        .join());
        ObjectRef other = store.put(BUCKETS.media(), newKey(), TYPE, bytes(10)).join();

        assertThat(store.deleteAll(BUCKETS.media(), prefix).join()).isEqualTo(25);

        assertThat(store.list(BUCKETS.media(), prefix).join()).isEmpty();
        assertThat(store.head(BUCKETS.media(), other.key()).join()).isPresent();
    }

    @Test
    void aPresignedPutTakesTheSignedLengthAndNoOther() throws Exception {
        String key = newKey();
        PresignedPut put = store.presignPut(
                BUCKETS.uploads(), key, OptionalLong.of(1000), Optional.empty(), Duration.ofMinutes(5));

        assertThat(put(put, bytes(1001)).statusCode()).isEqualTo(403);
        assertThat(store.head(BUCKETS.uploads(), key).join()).isEmpty();
        assertThat(put(put, bytes(1000)).statusCode()).isEqualTo(200);
        assertThat(store.head(BUCKETS.uploads(), key).join().orElseThrow().sizeBytes())
                .isEqualTo(1000);
    }

    @Test
    void aPresignedPutWithAChecksumRefusesOtherBytes() throws Exception {
        byte[] right = bytes(1000);
        byte[] wrong = bytes(1000);
        PresignedPut put = store.presignPut(
                BUCKETS.uploads(),
                newKey(),
                OptionalLong.of(1000),
                Optional.of(MessageDigest.getInstance("SHA-256").digest(right)),
                Duration.ofMinutes(5));

        assertThat(put(put, wrong).statusCode()).isBetween(400, 499);
        assertThat(put(put, right).statusCode()).isEqualTo(200);
    }

    @Test
    void theLoopbackServesSeveralObjectsAsOneFile() throws Exception {
        byte[] first = bytes(3 * MIB + 11);
        byte[] second = bytes(2 * MIB + 5);
        List<ObjectRef> parts = List.of(
                store.put(BUCKETS.uploads(), newKey(), TYPE, first).join(),
                store.put(BUCKETS.uploads(), newKey(), TYPE, second).join());
        byte[] whole = joined(first, second);
        LoopbackSource loopback = new LoopbackSource(store);
        String url;
        try (LoopbackSource.OpenFile file = loopback.open(parts)) {
            url = file.url();

            assertThat(get(url, "bytes=0-").body()).isEqualTo(whole);
            HttpResponse<byte[]> seam = get(url, "bytes=" + (first.length - 3) + '-' + (first.length + 4));
            assertThat(seam.statusCode()).isEqualTo(206);
            assertThat(seam.body()).isEqualTo(Arrays.copyOfRange(whole, first.length - 3, first.length + 5));
            assertThat(seam.headers().firstValue("Content-Range"))
                    .contains("bytes " + (first.length - 3) + '-' + (first.length + 4) + '/' + whole.length);
            assertThat(get(url, "bytes=" + whole.length + '-').statusCode()).isEqualTo(416);
            assertThat(file.read(whole.length - 2L, 100))
                    .isEqualTo(Arrays.copyOfRange(whole, whole.length - 2, whole.length));
        }
        assertThat(get(url, "bytes=0-").statusCode()).isEqualTo(404);
    }

    @Test
    void aStageEndsOnceAndEverybodyLearnsHow() {
        EndMarkers ends = new EndMarkers(store, BUCKETS);
        String key = newKey();
        TranscodeFailed ours = failed("The first reason.");
        TranscodeFailed theirs = failed("The second reason.");

        assertThat(ends.commit(key, ours).join()).isEqualTo(new Ended.Ours(ours));
        assertThat(ends.commit(key, ours).join()).isEqualTo(new Ended.Ours(ours));
        assertThat(ends.commit(key, theirs).join()).isEqualTo(new Ended.Theirs(ours));
        assertThat(ends.find(key).join()).contains(ours);
        assertThat(ends.find(newKey()).join()).isEmpty();
    }

    private static TranscodeFailed failed(String reason) {
        return new TranscodeFailed(
                VideoId.of("0192f0c4-7b1e-7c3a-9d4e-5f6a7b8c9d0e"),
                1,
                new Failure(FailureKind.PERMANENT, reason),
                Instant.parse("2026-11-01T12:00:00.123456789Z"));
    }

    private static HttpResponse<String> put(PresignedPut put, byte[] body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(put.url()).PUT(BodyPublishers.ofByteArray(body));
        put.headers().forEach((name, value) -> {
            // The client sets the length of the body itself.
            if (!name.equalsIgnoreCase("content-length")) {
                request.header(name, value);
            }
        });
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<byte[]> get(String url, String range) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(url)).header("Range", range).build(), BodyHandlers.ofByteArray());
    }

    private static String newKey() {
        return "test/" + UUID.randomUUID();
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random().nextBytes(bytes);
        return bytes;
    }

    private static byte[] joined(byte[]... parts) {
        byte[] whole =
                new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }
}
