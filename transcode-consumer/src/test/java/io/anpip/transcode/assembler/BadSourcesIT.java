package io.anpip.transcode.assembler;

import static io.anpip.transcode.assembler.HostileFiles.bigEndian;
import static io.anpip.transcode.assembler.HostileFiles.element;
import static io.anpip.transcode.assembler.HostileFiles.littleEndian;
import static io.anpip.transcode.assembler.HostileFiles.matroska;
import static io.anpip.transcode.assembler.HostileFiles.millionChapters;
import static io.anpip.transcode.assembler.HostileFiles.millionTracks;
import static io.anpip.transcode.assembler.HostileFiles.mp4Nested;
import static io.anpip.transcode.assembler.HostileFiles.mp4WithTracks;
import static io.anpip.transcode.assembler.HostileFiles.patched;
import static io.anpip.transcode.assembler.HostileFiles.patchedEverywhere;
import static io.anpip.transcode.assembler.HostileFiles.videoTrack;
import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.media.FfmpegInstallation;
import io.anpip.media.FfmpegLookup;
import io.anpip.media.FfmpegRunner;
import io.anpip.media.Ffprobe;
import io.anpip.objectstore.LoopbackSource;
import io.anpip.schemas.SourceProbe;
import io.anpip.transcode.Ffmpeg;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to break a reader are refused soon, with a sentence that names limit and value, by the real ffprobe. */
@Timeout(30)
class BadSourcesIT {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final byte[] NOTHING = new byte[0];

    @TempDir
    static Path stackFolder;

    @TempDir
    private Path folder;

    private static StoredFiles files;
    private static LoopbackSource loopback;
    private static SourceInspection inspection;

    @BeforeAll
    @Timeout(120)
    static void start() {
        files = new StoredFiles(stackFolder);
        loopback = files.loopback();
        SourceLimits limits = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(SourceLimits.class)
                .build()
                .getConfigMapping(SourceLimits.class);
        FfmpegInstallation ffmpeg = installation();
        inspection = new SourceInspection(
                loopback, new SourceReading(new Ffprobe(ffmpeg), new FfmpegRunner(ffmpeg), limits), limits);
    }

    @AfterAll
    static void stop() {
        files.close();
    }

    @Test
    void aMatroskaHeaderOfAHundredThousandPixelsASide() {
        assertThat(refusal(matroska(videoTrack(1, 100_000, 100_000), 1000, NOTHING, 0)))
                .isEqualTo("The pictures are 100000 x 100000 pixels; the limit is 67108864 pixels and 16384 a side.");
    }

    @Test
    void anAviHeaderOfAHundredThousandPixelsASide() throws IOException {
        byte[] clip = Files.readAllBytes(jpegs("clip.avi"));

        assertThat(refusal(patched(clip, "strf", 12, littleEndian(100_000, 100_000))))
                .contains("100000 x 100000 pixels; the limit is 67108864");
    }

    @Test
    void anMp4HeaderOfTheMostPixelsThatFitIntoIt() throws IOException {
        byte[] clip = Files.readAllBytes(jpegs("clip.mp4"));

        assertThat(refusal(patched(clip, "stsd", 12 + 8 + 24, new byte[] {-1, -1, -1, -1})))
                .contains("65535 x 65535 pixels; the limit is 67108864");
    }

    @ParameterizedTest
    @ValueSource(strings = {"clip.avi", "clip.mkv", "clip.mp4"})
    void picturesThatAreLargerThanTheContainerSays(String name) throws IOException {
        byte[] clip = Files.readAllBytes(jpegs(name));
        byte[] frame = HexFormat.of().parseHex("ffc0001108");

        assertThat(refusal(patchedEverywhere(clip, frame, 5, new byte[] {-1, -36, -1, -36})))
                .contains("65500 x 65500 pixels; the limit is 67108864");
    }

    @Test
    void aSmallFileOfVeryManyVeryLargePictures() throws IOException {
        Path picture = folder.resolve("black.jpg");
        Ffmpeg.make(
                "-f", "lavfi", "-i", "color=black:size=4096x4096", "-frames:v", "1", "-q:v", "31", picture.toString());
        Path bomb = folder.resolve("bomb.avi");
        Ffmpeg.make(
                "-loop",
                "1",
                "-framerate",
                "900",
                "-i",
                picture.toString(),
                "-frames:v",
                "90",
                "-c",
                "copy",
                bomb.toString());

        assertThat(refusal(Files.readAllBytes(bomb)))
                .matches("The video has 9\\d\\d pictures of 4096 x 4096 pixels a second, so \\d+ pixels a second;"
                        + " the limit is 8589934592\\.");
    }

    @Test
    void picturesFasterThanAnyCamera() throws IOException {
        byte[] clip = Files.readAllBytes(jpegs("clip.avi"));

        // strh: type, handler, flags, priority, first frame, then the scale and the rate.
        assertThat(refusal(patched(clip, "vids", 20, littleEndian(1, 1_000_000))))
                .containsPattern("has \\d+ pictures a second; the limit is 1000\\.");
    }

    @Test
    void aMillionTracks() {
        assertThat(refusal(matroska(millionTracks(), 1000, NOTHING, 0)))
                .isEqualTo("The file has at least 100000 streams; the limit is 250.");
        assertThat(refusal(mp4WithTracks(1_000_000)))
                .isEqualTo("The file has at least 100000 streams; the limit is 250.");
    }

    @Test
    void moreTracksThanTheLimit() {
        assertThat(refusal(mp4WithTracks(251))).isEqualTo("The file has 251 streams; the limit is 250.");
    }

    @Test
    void aMillionChapters() {
        assertThat(refusal(matroska(videoTrack(1, 16, 16), 1000, millionChapters(), 0)))
                .isEqualTo("The file has at least 100000 chapters; the limit is 10000.");
    }

    @Test
    void boxesOneInTheOtherWithoutEnd() {
        assertThat(refusal(mp4Nested(5_000))).isEqualTo("The file holds neither video nor sound that can be read.");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e300})
    void whatAHeaderClaimsOfTheLengthIsNotBelieved(double claim) throws IOException {
        byte[] clip = Files.readAllBytes(jpegs("clip.mkv"));
        byte[] duration = ByteBuffer.allocate(8).putDouble(claim).array();

        SourceProbe probe = playable(patched(clip, new byte[] {0x44, (byte) 0x89, (byte) 0x88}, 0, 3, duration));

        assertThat(probe.durationSeconds()).isBetween(0.9, 1.1);
    }

    @Test
    void picturesThatAllStandAtTheSameTime() {
        assertThat(refusal(matroska(videoTrack(1, 16, 16), 0, NOTHING, 0, 0, 0)))
                .isEqualTo("The file has no length: nothing in it can be played.");
    }

    @Test
    void picturesWithYearsBetweenThem() {
        assertThat(refusal(matroska(videoTrack(1, 16, 16), 1000, NOTHING, 0, 1_000_000_000_000L)))
                .containsPattern("is \\d+ s long; the limit is 43200 s\\.");
    }

    @Test
    void aClockWithoutTicksIsOneOfSeconds() throws IOException {
        byte[] clip = Files.readAllBytes(jpegs("clip.mp4"));

        assertThat(playable(patched(clip, "mdhd", 16, bigEndian(0))).durationSeconds())
                .isBetween(1.0, 43_200.0);
    }

    @Test
    void anHourWithoutAKeyFrame() throws IOException {
        Path clip = folder.resolve("one-group.mp4");
        Ffmpeg.make(
                "-f",
                "lavfi",
                "-i",
                "color=gray:size=32x32:rate=1:duration=3700",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-g",
                "100000",
                clip.toString());

        assertThat(refusal(Files.readAllBytes(clip)))
                .matches("The video has no key frame for 3\\d\\d\\d s; the limit is 3600 s\\..*");
    }

    @Test
    void anMp4WithCommonEncryption() throws IOException {
        Path clip = folder.resolve("encrypted.mp4");
        Ffmpeg.make(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=64x64:rate=25:duration=1",
                "-c:v",
                "libx264",
                "-encryption_scheme",
                "cenc-aes-ctr",
                "-encryption_key",
                "76a6c65c5ea762046bd749a2e632ccbb",
                "-encryption_kid",
                "a7e61c373e219033c21091fa607bf3b8",
                clip.toString());

        assertThat(refusal(Files.readAllBytes(clip))).startsWith("The video is encrypted");
    }

    @Test
    void anEncryptedMatroskaTrack() {
        byte[] encryption = element("6d80", element("6240", element("5035", element("47e1", new byte[] {5}))));
        byte[] track = element("ae", element("d7", new byte[] {1}), encryption);

        assertThat(refusal(matroska(track, 1000, NOTHING, 0))).startsWith("The video is encrypted");
    }

    @Test
    void aScrambledTransportStream() throws IOException {
        byte[] packets = Files.readAllBytes(jpegs("clip.ts"));
        for (int packet = 188 * 3; packet < packets.length; packet += 188) {
            packets[packet + 3] |= (byte) 0xc0;
        }

        assertThat(refusal(packets)).startsWith("The video is encrypted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"clip.mkv", "clip.ts", "clip.flv"})
    void aRecordingThatWasCutOffPlaysAsFarAsItGoes(String name) throws IOException {
        byte[] whole = Files.readAllBytes(jpegs(name));

        SourceProbe probe = playable(java.util.Arrays.copyOf(whole, whole.length * 6 / 10));

        assertThat(probe.durationSeconds()).isBetween(0.4, 0.75);
    }

    /** A second of small pictures: JPEG where the container takes it. */
    private Path jpegs(String name) {
        Path file = folder.resolve(name);
        String codec = name.endsWith(".ts") ? "mpeg2video" : name.endsWith(".flv") ? "flv" : "mjpeg";
        Ffmpeg.make(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=64x64:rate=25:duration=1",
                "-pix_fmt",
                codec.equals("mjpeg") ? "yuvj420p" : "yuv420p",
                "-c:v",
                codec,
                "-g",
                "5",
                file.toString());
        return file;
    }

    private static String refusal(byte[] content) {
        SourceVerdict verdict = inspect(content);
        assertThat(verdict).isInstanceOf(SourceVerdict.Refused.class);
        String sentence = ((SourceVerdict.Refused) verdict).sentence();
        assertThat(sentence).as("a sentence").matches("[A-Z].*\\.").doesNotContain("127.0.0.1");
        return sentence;
    }

    private static SourceProbe playable(byte[] content) {
        SourceVerdict verdict = inspect(content);
        assertThat(verdict).isInstanceOf(SourceVerdict.Playable.class);
        return ((SourceVerdict.Playable) verdict).probe();
    }

    private static SourceVerdict inspect(byte[] content) {
        long start = System.nanoTime();
        SourceVerdict verdict = inspection.inspect(List.of(files.put(content)));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
        return verdict;
    }

    private static FfmpegInstallation installation() {
        return switch (FfmpegInstallation.locate(Optional.of(Ffmpeg.folder()))) {
            case FfmpegLookup.Found(FfmpegInstallation found) -> found;
            case FfmpegLookup.Missing(String sentence) -> throw new AssertionError(sentence);
        };
    }
}
