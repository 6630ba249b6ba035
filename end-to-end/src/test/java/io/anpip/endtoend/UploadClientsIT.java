package io.anpip.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients people already have, unmodified and in a browser, on a page of another origin: what they upload arrives and plays. */
@EnabledIf(value = "canRun", disabledReason = "No chromium, or no npm to fetch the clients with, on the PATH.")
class UploadClientsIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** More than two of everybody's parts and chunks, and not a whole number of them. */
    private static final int PADDING = 17 * 1024 * 1024 + 4321;

    private static Chromium chromium;
    private static Path clip;

    static boolean canRun() {
        return Chromium.isInstalled() && NpmPackage.npmIsInstalled();
    }

    @BeforeAll
    static void open() throws IOException {
        clip = Files.write(Files.createTempFile("clip", ".mp4"), padded(Files.readAllBytes(Clips.small())));
        chromium = Chromium.launch();
    }

    @AfterAll
    static void close() throws IOException {
        chromium.close();
        Files.delete(clip);
    }

    @ParameterizedTest
    @CsvSource({
        "TUS, uppy6",
        "TUS_PARALLEL, uppy6",
        "TUS_LENGTH_TO_COME, uppy6",
        "UPCHUNK, uppy6",
        "UPPY, uppy5",
        "UPPY, uppy6"
    })
    void whatIsUploadedArrivesAndPlays(String client, String uppy) {
        try (Site site = Site.ofUploadClients(uppy, clip);
                Page page = chromium.browser().newPage()) {
            page.navigate(site.address());

            assertArrived(String.valueOf(call(page, client)));
        }
    }

    @Test
    void whoComesBackGoesOnWhereThePageWasLeft() {
        try (Site site = Site.ofUploadClients("uppy6", clip);
                Page page = chromium.browser().newPage()) {
            page.navigate(site.address());
            int arrived = ((Number) call(page, "TUS_UNTIL_LEFT")).intValue();

            page.reload();
            Map<?, ?> returned = (Map<?, ?>) call(page, "TUS_AFTER_RETURN");

            assertThat(returned.get("first"))
                    .as("nothing is sent twice")
                    .isInstanceOfSatisfying(
                            Number.class, first -> assertThat(first.intValue()).isGreaterThanOrEqualTo(arrived));
            assertArrived(String.valueOf(returned.get("id")));
        }
    }

    private static Object call(Page page, String client) {
        page.setDefaultTimeout((double) LIMIT.toMillis());
        return page.evaluate(
                "([client, api]) => window.clients[client](api)",
                Arrays.asList(client, Pipeline.shared().user().address().toString()));
    }

    private static void assertArrived(String id) {
        Pipeline.shared().user().awaitReady(id, LIMIT);
        Path folder = Pipeline.shared().data().resolve("s3/anpip-work/videos/" + id);
        try (Stream<Path> files = Files.walk(folder)) {
            byte[] file = Files.readAllBytes(clip);
            assertThat(files.filter(Files::isRegularFile).filter(path -> holds(path, file)))
                    .as("the source, byte by byte")
                    .hasSize(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean holds(Path path, byte[] file) {
        try {
            return Files.size(path) == file.length && Arrays.equals(Files.readAllBytes(path), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With a box of ISO/IEC 14496-12, 8.1.2, that players pass over. */
    private static byte[] padded(byte[] clip) {
        byte[] free = new byte[PADDING];
        new Random(5).nextBytes(free);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(clip);
        file.writeBytes(ByteBuffer.allocate(8)
                .putInt(8 + PADDING)
                .put("free".getBytes(StandardCharsets.US_ASCII))
                .array());
        file.writeBytes(free);
        return file.toByteArray();
    }
}
