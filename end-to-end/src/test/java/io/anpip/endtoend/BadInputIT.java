package io.anpip.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no video ends FAILED with a sentence, soon, and nothing is opened that such a file names. */
class BadInputIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final AtomicInteger CALLS = new AtomicInteger();

    private final ApiUser user = Pipeline.shared().user();
    private static HttpServer canary = canaryServer();

    @TempDir
    Path folder;

    private static HttpServer canaryServer() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                CALLS.incrementAndGet();
                exchange.sendResponseHeaders(404, -1);
                exchange.close();
            });
            return server;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeAll
    static void startCanary() {
        canary.start();
    }

    @AfterAll
    static void stopCanary() {
        canary.stop(0);
    }

    @Test
    void anEmptyFile() {
        assertThat(reasonFor(new byte[0])).contains("empty");
    }

    @Test
    void aTextFile() {
        assertThat(reasonFor("Dear diary, today I made a video.\n".repeat(100))).containsIgnoringCase("text");
    }

    @Test
    void aPicture() throws IOException {
        Path picture = folder.resolve("picture.png");
        FfmpegTool.ffmpeg("-f", "lavfi", "-i", "testsrc2=size=640x360", "-frames:v", "1", picture.toString())
                .output();

        assertThat(reasonFor(Files.readAllBytes(picture))).containsIgnoringCase("picture");
    }

    @Test
    void anMp4ThatWasCutOff() throws IOException {
        byte[] whole = Files.readAllBytes(Clips.small());

        assertThat(reasonFor(Arrays.copyOf(whole, whole.length / 2))).isNotBlank();
    }

    @Test
    void anMp4WithItsIndexInFrontThatWasCutOff() throws IOException {
        Path fast = folder.resolve("fast.mp4");
        FfmpegTool.ffmpeg("-i", Clips.small().toString(), "-c", "copy", "-movflags", "+faststart", fast.toString())
                .output();
        byte[] whole = Files.readAllBytes(fast);

        assertThat(reasonFor(Arrays.copyOf(whole, whole.length * 2 / 3))).contains("ends too early");
    }

    @Test
    void aFileWithAMoovAlone() throws IOException {
        byte[] whole = Files.readAllBytes(Clips.small());
        String text = new String(whole, StandardCharsets.ISO_8859_1);
        int moov = text.indexOf("moov") - 4;

        assertThat(reasonFor(Arrays.copyOfRange(whole, moov, whole.length))).isNotBlank();
    }

    @Test
    void aPlaylistThatNamesAServerAndAFile() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.ts"), "secret");
        String playlist = "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n" + canaryUrl("a.ts")
                + "\n#EXTINF:10,\nfile://" + secret + "\n#EXT-X-ENDLIST\n";

        assertThat(reasonFor(playlist)).containsIgnoringCase("playlist");
        assertThat(CALLS.get()).as("requests at the canary server").isZero();
    }

    @Test
    void aConcatScriptThatNamesAServerAndAFile() {
        String script = "ffconcat version 1.0\nfile '" + canaryUrl("a.mp4") + "'\nfile '" + Clips.small() + "'\n";

        assertThat(reasonFor(script)).isNotBlank();
        assertThat(CALLS.get()).as("requests at the canary server").isZero();
    }

    @Test
    void aGoodVideoAfterThemStillComesOut() {
        String bad = user.upload("nothing".getBytes(StandardCharsets.UTF_8), "bad.mp4");
        String good = user.upload(Clips.small());

        assertThat(user.awaitEnd(bad, SOON).path("status").asText()).isEqualTo("FAILED");
        assertThat(user.awaitReady(good, Duration.ofMinutes(2)).path("progress").asInt())
                .isEqualTo(100);
    }

    @Test
    void anEncryptedVideo() throws IOException {
        Path encrypted = folder.resolve("encrypted.mp4");
        FfmpegTool.ffmpeg(
                        "-i",
                        Clips.small().toString(),
                        "-c",
                        "copy",
                        "-encryption_scheme",
                        "cenc-aes-ctr",
                        "-encryption_key",
                        "76a6c65c5ea762046bd749a2e632ccbb",
                        "-encryption_kid",
                        "a7e61c373e219033c21091fa607bf3b8",
                        encrypted.toString())
                .output();

        assertThat(reasonFor(Files.readAllBytes(encrypted))).startsWith("The video is encrypted");
    }

    @Test
    void aHeaderOfVeryManyPixels() throws IOException {
        Path clip = folder.resolve("clip.avi");
        FfmpegTool.ffmpeg("-i", Clips.small().toString(), "-an", "-c:v", "mjpeg", "-t", "0.2", clip.toString())
                .output();
        byte[] bytes = Files.readAllBytes(clip);
        // BITMAPINFOHEADER: its own size, then width and height.
        int header = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("strf") + 8;
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(header + 4, 100_000)
                .putInt(header + 8, 100_000);

        assertThat(reasonFor(bytes))
                .isEqualTo("The pictures are 100000 x 100000 pixels; the limit is 67108864 pixels and 16384 a side.");
    }

    @Test
    void aVideoWithSomeDamagedPicturesPlaysInItsFullLength() throws IOException {
        byte[] damaged = damaged(40);

        JsonNode video = user.awaitReady(user.upload(damaged, "holiday.mp4"), Duration.ofMinutes(2));

        assertThat(video.path("durationSeconds").asDouble()).isCloseTo(3, within(0.05));
    }

    @Test
    void aVideoOfWhichTooMuchIsDamaged() throws IOException {
        assertThat(reasonFor(damaged(4)))
                .matches("The file is damaged: only \\d\\d\\.\\d % of its pictures can be decoded,"
                        + " and more than 95\\.0 % is needed\\.");
    }

    /** The small clip, of which every so many-th picture is noise. */
    private static byte[] damaged(int every) throws IOException {
        byte[] bytes = Files.readAllBytes(Clips.small());
        String[] packets = FfmpegTool.ffprobe(
                        "-select_streams",
                        "v:0",
                        "-show_entries",
                        "packet=pos,size",
                        "-of",
                        "csv=p=0",
                        Clips.small().toString())
                .strip()
                .split("\\R", -1);
        Random noise = new Random(1);
        for (int packet = every / 2; packet < packets.length; packet += every) {
            String[] place = packets[packet].split(",", -1);
            byte[] replacement = new byte[Integer.parseInt(place[0].strip())];
            noise.nextBytes(replacement);
            System.arraycopy(replacement, 0, bytes, Integer.parseInt(place[1].strip()), replacement.length);
        }
        return bytes;
    }

    private static String canaryUrl(String name) {
        return "http://127.0.0.1:" + canary.getAddress().getPort() + '/' + name;
    }

    private String reasonFor(String text) {
        return reasonFor(text.getBytes(StandardCharsets.UTF_8));
    }

    private String reasonFor(byte[] content) {
        JsonNode video = user.awaitEnd(user.upload(content, "holiday.mp4"), SOON);

        assertThat(video.path("status").asText()).isEqualTo("FAILED");
        assertThat(video.path("failure").path("kind").asText()).isEqualTo("PERMANENT");
        String reason = video.path("failure").path("reason").asText();
        assertThat(reason).as("a sentence").matches("(?s)[A-Z].*\\.").doesNotContain("127.0.0.1");
        return reason;
    }
}
