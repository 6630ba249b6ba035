package io.anpip.upload.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.anpip.schemas.UploadFinalized;
import io.anpip.schemas.UploadInitialized;
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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** tus 1.0 point by point: https://tus.io/protocols/resumable-upload. */
@QuarkusTest
@WithTestResource(value = LocalServers.class, scope = TestResourceScope.GLOBAL)
@SuppressWarnings("NullAway.Init")
class TusIT {

    private static final int MIB = 1 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String[] VERSION = {"Tus-Resumable", "1.0.0"};
    private static final String METADATA =
            "filename " + base64("Höhle.mp4") + ",filetype " + base64("video/mp4") + ",odd";

    @TestHTTPResource("/")
    URI base;

    ApiClient api;

    @BeforeEach
    void connect() {
        api = new ApiClient(base);
    }

    @Test
    void whatTheServerCanIsToldWithoutAVersion() {
        Answer told = api.call("OPTIONS", base.resolve("/tus"), new byte[0]);

        assertThat(told.status()).isEqualTo(204);
        assertThat(told.header("Tus-Resumable")).isEqualTo("1.0.0");
        assertThat(told.header("Tus-Version")).isEqualTo("1.0.0");
        assertThat(told.header("Tus-Extension").split(","))
                .containsExactlyInAnyOrder(
                        "creation",
                        "creation-with-upload",
                        "creation-defer-length",
                        "termination",
                        "expiration",
                        "checksum",
                        "concatenation");
        assertThat(Long.parseLong(told.header("Tus-Max-Size"))).isEqualTo(256L << 30);
        assertThat(told.header("Tus-Checksum-Algorithm").split(",")).contains("sha1", "sha256");
    }

    @Test
    void anotherVersionIsRefusedAndNothingIsDone() {
        byte[] file = Bytes.random(100);
        URI at = create(file.length);

        for (String[] version : new String[][] {{"Tus-Resumable", "0.2.2"}, {"X-None", "1"}}) {
            Answer refused = api.call(
                    "PATCH",
                    at,
                    file,
                    joined(version, "Upload-Offset", "0", "Content-Type", "application/offset+octet-stream"));
            assertThat(refused.status()).isEqualTo(412);
            assertThat(refused.header("Tus-Version")).isEqualTo("1.0.0");
        }
        assertThat(look(at).header("Upload-Offset")).isEqualTo("0");
    }

    @Test
    void aFileComesPieceByPieceAndIsFinalizedWithItsLastByte() {
        byte[] file = Bytes.random(18 * MIB + 7);
        URI at = create(file.length);

        for (int from = 0; from < file.length; from += 8 * MIB) {
            int to = Math.min(file.length, from + 8 * MIB);
            Answer patched = patch(at, file, from, to);
            assertThat(patched.status()).isEqualTo(204);
            assertThat(patched.header("Upload-Offset")).isEqualTo(Integer.toString(to));
        }

        Answer finished = look(at);
        assertThat(finished.status()).isEqualTo(200);
        assertThat(finished.header("Upload-Offset")).isEqualTo(Integer.toString(file.length));
        assertThat(finished.header("Upload-Length")).isEqualTo(Integer.toString(file.length));
        assertIsStored(at, file);
    }

    @Test
    void whatIsKnownOfAnUploadIsToldByHead() {
        URI at = create(1000);

        Answer told = look(at);

        assertThat(told.status()).isEqualTo(200);
        assertThat(told.header("Cache-Control")).isEqualTo("no-store");
        assertThat(told.header("Upload-Offset")).isEqualTo("0");
        assertThat(told.header("Upload-Length")).isEqualTo("1000");
        assertThat(told.header("Upload-Metadata")).as("unchanged").isEqualTo(METADATA);
        assertThat(ZonedDateTime.parse(told.header("Upload-Expires"), DateTimeFormatter.RFC_1123_DATE_TIME))
                .isAfter(ZonedDateTime.now());
        assertThat(UploadEvents.of(id(at))).singleElement().isInstanceOfSatisfying(UploadInitialized.class, event -> {
            assertThat(event.filename()).isEqualTo("Höhle.mp4");
            assertThat(event.contentType()).isEqualTo("video/mp4");
        });
    }

    @Test
    void anotherPlaceThanTheNextIsRefusedAndNothingChanges() {
        byte[] file = Bytes.random(1000);
        URI at = create(file.length);
        patch(at, file, 0, 400);

        assertThat(patch(at, file, 300, 1000).status()).isEqualTo(409);
        assertThat(patch(at, file, 500, 1000).status()).isEqualTo(409);
        assertThat(look(at).header("Upload-Offset")).isEqualTo("400");
    }

    @Test
    void aCutConnectionKeepsWhatArrived() throws IOException {
        byte[] file = Bytes.random(10 * MIB);
        URI at = create(file.length);

        try (Socket socket = new Socket(at.getHost(), at.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("PATCH " + at.getPath() + " HTTP/1.1\r\nHost: " + at.getAuthority()
                            + "\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nContent-Type: application/offset+octet-stream"
                            + "\r\nContent-Length: " + file.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(file, 0, 9 * MIB);
            out.flush();
        }

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(look(at).header("Upload-Offset")).isEqualTo(Integer.toString(9 * MIB)));
        assertThat(patch(at, file, 9 * MIB, file.length).status()).isEqualTo(204);
        assertIsStored(at, file);
    }

    @Test
    void bytesComeWithTheCreationToo() {
        byte[] file = Bytes.random(300);

        Answer created = api.call(
                "POST",
                base.resolve("/tus"),
                file,
                joined(
                        VERSION,
                        "Upload-Length",
                        "300",
                        "Content-Type",
                        "application/offset+octet-stream",
                        "Upload-Metadata",
                        METADATA));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Upload-Offset")).isEqualTo("300");
        assertIsStored(URI.create(created.header("Location")), file);
    }

    @Test
    void aChecksumIsHeldToAndAWrongOneTakesNothing() throws NoSuchAlgorithmException {
        byte[] file = Bytes.random(20 * MIB);
        URI at = create(file.length);
        byte[] piece = Arrays.copyOfRange(file, 0, 17 * MIB);
        String right = "sha1 " + base64(MessageDigest.getInstance("SHA-1").digest(piece));
        String wrong = "sha1 " + base64(MessageDigest.getInstance("SHA-1").digest(file));

        assertThat(patch(at, piece, 0, "Upload-Checksum", wrong).status()).isEqualTo(460);
        assertThat(look(at).header("Upload-Offset")).isEqualTo("0");
        assertThat(patch(at, piece, 0, "Upload-Checksum", "crc7 AAAA").status()).isEqualTo(400);
        assertThat(patch(at, piece, 0, "Upload-Checksum", right).status()).isEqualTo(204);
        byte[] rest = Arrays.copyOfRange(file, 17 * MIB, file.length);
        assertThat(patch(at, rest, 17 * MIB, "Upload-Checksum", right).status()).isEqualTo(460);
        assertThat(look(at).header("Upload-Offset")).isEqualTo(Integer.toString(17 * MIB));
        String last = "sha256 " + base64(MessageDigest.getInstance("SHA-256").digest(rest));
        assertThat(patch(at, rest, 17 * MIB, "Upload-Checksum", last).status()).isEqualTo(204);
        assertIsStored(at, file);
    }

    @Test
    void aTerminatedUploadIsGone() {
        byte[] file = Bytes.random(1000);
        URI at = create(file.length);
        patch(at, file, 0, 400);

        assertThat(api.call("DELETE", at, new byte[0], VERSION).status()).isEqualTo(204);

        assertThat(look(at).status()).isEqualTo(404);
        assertThat(look(at).header("Upload-Offset")).isEmpty();
        assertThat(patch(at, file, 400, 1000).status()).isEqualTo(404);
    }

    @Test
    void otherMethodsCanBeAskedForByPost() {
        byte[] file = Bytes.random(500);
        URI at = create(file.length);

        Answer patched = api.call(
                "POST",
                at,
                file,
                joined(
                        VERSION,
                        "X-HTTP-Method-Override",
                        "PATCH",
                        "Upload-Offset",
                        "0",
                        "Content-Type",
                        "application/offset+octet-stream"));

        assertThat(patched.status()).isEqualTo(204);
        assertIsStored(at, file);
    }

    @Test
    void whatIsNotAsTheProtocolSaysIsRefused() {
        byte[] file = Bytes.random(100);
        URI at = create(file.length);

        assertThat(api.call("PATCH", at, file, joined(VERSION, "Upload-Offset", "0", "Content-Type", "text/plain"))
                        .status())
                .isEqualTo(415);
        assertThat(patch(at, Bytes.random(200), 0).status())
                .as("more than the file")
                .isEqualTo(400);
        assertThat(createWith("Upload-Length", Long.toString(257L << 30)).status())
                .isEqualTo(413);
        assertThat(createWith("X-None", "1").status()).as("no length").isEqualTo(400);
        assertThat(createWith("Upload-Length", "10", "Upload-Metadata", "filename not-base64!")
                        .status())
                .isEqualTo(400);
        assertThat(look(base.resolve("/tus/nonsense")).status()).isEqualTo(404);
        assertThat(api.call("PUT", at, file, VERSION).status()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "a\u202Eb.mp4", "<script>.mp4"})
    void aNameIsForDisplayAndCleaned(String name) {
        Answer created = createWith("Upload-Length", "10", "Upload-Metadata", "filename " + base64(name));

        assertThat(created.status()).isEqualTo(201);
        assertThat(UploadEvents.of(id(URI.create(created.header("Location")))))
                .singleElement()
                .isInstanceOfSatisfying(
                        UploadInitialized.class,
                        event -> assertThat(event.filename()).doesNotContain("/", "\u202E"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 8 * MIB, 8 * MIB + 3})
    void aLengthMayComeLater(int length) {
        byte[] file = Bytes.random(length);
        Answer created = createWith("Upload-Defer-Length", "1", "Upload-Metadata", METADATA);
        assertThat(created.status()).isEqualTo(201);
        URI at = URI.create(created.header("Location"));
        assertThat(patch(at, file, 0, length).header("Upload-Offset")).isEqualTo(Integer.toString(length));

        Answer open = look(at);
        assertThat(open.header("Upload-Defer-Length")).isEqualTo("1");
        assertThat(open.header("Upload-Length")).isEmpty();
        assertThat(open.header("Upload-Offset")).isEqualTo(Integer.toString(length));
        assertThat(open.header("Upload-Metadata")).isEqualTo(METADATA);
        assertThat(UploadEvents.of(id(at))).as("nobody knows how large it is").isEmpty();

        Answer last = patch(at, new byte[0], length, "Upload-Length", Integer.toString(length));

        assertThat(last.status()).isEqualTo(204);
        Answer finished = look(at);
        assertThat(finished.header("Upload-Length")).isEqualTo(Integer.toString(length));
        assertThat(finished.header("Upload-Defer-Length")).isEmpty();
        assertIsStored(at, file);
    }

    @Test
    void aLengthThatCameOnceDoesNotChange() {
        byte[] file = Bytes.random(9 * MIB);
        URI at = URI.create(createWith("Upload-Defer-Length", "1").header("Location"));
        patch(at, file, 0, 5 * MIB);

        assertThat(patch(at, new byte[0], 5 * MIB, "Upload-Length", "17").status())
                .as("less than has come")
                .isEqualTo(400);
        assertThat(patch(at, Arrays.copyOfRange(file, 5 * MIB, 6 * MIB), 5 * MIB, "Upload-Length", "" + 9 * MIB)
                        .status())
                .isEqualTo(204);
        assertThat(patch(at, new byte[0], 6 * MIB, "Upload-Length", "" + 10 * MIB)
                        .status())
                .isEqualTo(400);
        assertThat(patch(at, file, 6 * MIB, 9 * MIB).status()).isEqualTo(204);
        assertIsStored(at, file);
    }

    @Test
    void eitherALengthIsAnnouncedOrThatItComesLater() {
        assertThat(createWith("Upload-Metadata", METADATA).status()).isEqualTo(400);
        assertThat(createWith("Upload-Length", "5", "Upload-Defer-Length", "1").status())
                .isEqualTo(400);
        assertThat(createWith("Upload-Defer-Length", "2").status()).isEqualTo(400);
    }

    @Test
    void partsAreJoinedIntoOneFile() {
        byte[] file = Bytes.random(25 * MIB + 11);
        // The first ends in a piece that is too small to be joined by the store, the last is nothing but one.
        int[] cuts = {0, 9 * MIB, 25 * MIB, file.length};
        StringBuilder concat = new StringBuilder("final;");
        List<URI> parts = new ArrayList<>();
        for (int i = 0; i + 1 < cuts.length; i++) {
            Answer created =
                    createWith("Upload-Length", Integer.toString(cuts[i + 1] - cuts[i]), "Upload-Concat", "partial");
            assertThat(created.status()).isEqualTo(201);
            URI part = URI.create(created.header("Location"));
            byte[] bytes = Arrays.copyOfRange(file, cuts[i], cuts[i + 1]);
            assertThat(patch(part, bytes, 0).status()).isEqualTo(204);
            assertThat(look(part).header("Upload-Concat")).isEqualTo("partial");
            parts.add(part);
            concat.append(i == 0 ? "" : " ").append(i == 1 ? part.getPath() : part);
        }

        Answer joined = createWith("Upload-Concat", concat.toString(), "Upload-Metadata", METADATA);

        assertThat(joined.status()).isEqualTo(201);
        URI at = URI.create(joined.header("Location"));
        Answer told = look(at);
        assertThat(told.header("Upload-Concat")).isEqualTo(concat.toString());
        assertThat(told.header("Upload-Length")).isEqualTo(Integer.toString(file.length));
        assertThat(told.header("Upload-Offset")).isEqualTo(Integer.toString(file.length));
        assertThat(told.header("Upload-Metadata")).isEqualTo(METADATA);
        assertThat(patch(at, new byte[0], file.length).status()).isEqualTo(403);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(UploadEvents.of(id(at)))
                        .hasExactlyElementsOfTypes(UploadInitialized.class, UploadFinalized.class));
        assertThat(StoredFile.listed(id(at))).isEqualTo(file);
        assertThat(parts)
                .allSatisfy(part -> assertThat(UploadEvents.of(id(part)))
                        .as("a part is no video")
                        .isEmpty());

        Answer again = createWith("Upload-Concat", concat.toString(), "Upload-Metadata", METADATA);
        assertThat(again.header("Location")).as("the answer was lost").isEqualTo(at.toString());

        assertThat(api.call("DELETE", at, new byte[0], VERSION).status()).isEqualTo(204);
        assertThat(parts)
                .allSatisfy(part -> assertThat(StoredFile.of(id(part)))
                        .as("the chunks of its parts are the video's")
                        .isEmpty());
    }

    @Test
    void onlyWholePartsOfThisServerAreJoined() {
        URI part = URI.create(
                createWith("Upload-Length", "10", "Upload-Concat", "partial").header("Location"));
        URI video = create(10);

        assertThat(createWith("Upload-Concat", "final;" + part).status())
                .as("not all there")
                .isEqualTo(409);
        assertThat(createWith("Upload-Concat", "final;" + video).status())
                .as("no part")
                .isEqualTo(404);
        patch(part, Bytes.random(10), 0);
        assertThat(createWith("Upload-Concat", "final;" + part + " " + part).status())
                .as("twice")
                .isEqualTo(400);
        assertThat(createWith("Upload-Concat", "final;" + part, "Upload-Length", "10")
                        .status())
                .isEqualTo(400);
        assertThat(createWith("Upload-Concat", "final;file:///etc/passwd").status())
                .isEqualTo(400);
        assertThat(createWith("Upload-Concat", "half").status()).isEqualTo(400);
        assertThat(createWith("Upload-Defer-Length", "1", "Upload-Concat", "partial")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aPartMayBeGivenUp() {
        URI part = URI.create(
                createWith("Upload-Length", "10", "Upload-Concat", "partial").header("Location"));
        patch(part, Bytes.random(10), 0);

        assertThat(api.call("DELETE", part, new byte[0], VERSION).status()).isEqualTo(204);

        assertThat(look(part).status()).isEqualTo(404);
        assertThat(StoredFile.of(id(part))).isEmpty();
        assertThat(api.putBytes(base.resolve("/resumable/" + id(part)), new byte[1])
                        .status())
                .isEqualTo(404);
    }

    private URI create(long size) {
        Answer created = createWith("Upload-Length", Long.toString(size), "Upload-Metadata", METADATA);
        assertThat(created.status()).isEqualTo(201);
        return URI.create(created.header("Location"));
    }

    private Answer createWith(String... headers) {
        return api.call("POST", base.resolve("/tus"), new byte[0], joined(VERSION, headers));
    }

    private Answer look(URI at) {
        return api.call("HEAD", at, new byte[0], VERSION);
    }

    private Answer patch(URI at, byte[] file, int from, int to) {
        return patch(at, Arrays.copyOfRange(file, from, to), from);
    }

    private Answer patch(URI at, byte[] piece, long offset, String... headers) {
        String[] more = joined(VERSION, headers);
        return api.call(
                "PATCH",
                at,
                piece,
                joined(
                        more,
                        "Upload-Offset",
                        Long.toString(offset),
                        "Content-Type",
                        "application/offset+octet-stream"));
    }

    private static String[] joined(String[] first, String... more) {
        String[] all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    private static String id(URI at) {
        return at.getPath().substring("/tus/".length());
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private void assertIsStored(URI at, byte[] file) {
        assertThat(StoredFile.of(id(at))).isEqualTo(file);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(UploadEvents.of(id(at))).hasAtLeastOneElementOfType(UploadFinalized.class));
    }
}
