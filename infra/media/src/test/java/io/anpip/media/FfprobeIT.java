package io.anpip.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.anpip.media.ProbeOutcome.NotRun;
import io.anpip.media.ProbeOutcome.Probed;
import io.anpip.media.ProbeOutcome.TimedOut;
import io.anpip.media.ProbeOutcome.Unreadable;
import io.anpip.media.ProbeReport.Chapter;
import io.anpip.media.ProbeReport.VideoStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class FfprobeIT {

    private static final List<String> H264_AAC = List.of("-c:v", "libx264", "-c:a", "aac");

    private final Ffprobe ffprobe = new Ffprobe(SampleMedia.ffmpeg());
    private final Path directory;

    FfprobeIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @ParameterizedTest
    @CsvSource({
        "MP4, v.mp4, -c:v libx264 -c:a aac",
        "MP4, v.mov, -c:v libx264 -c:a aac",
        "MP4, v.3gp, -c:v libx264 -c:a aac",
        "MATROSKA, v.mkv, -c:v libx264 -c:a aac",
        "MATROSKA, v.webm, -c:v libvpx -deadline realtime -c:a libopus",
        "AVI, v.avi, -c:v mpeg4 -c:a libmp3lame",
        "MPEG_TS, v.ts, -c:v libx264 -c:a aac",
        "MPEG_TS, v.m2ts, -c:v libx264 -c:a aac",
        "MPEG_PS, v.mpg, -c:v mpeg2video -c:a mp2",
        "FLV, v.flv, -c:v libx264 -c:a aac",
        "OGG, v.ogv, -an -c:v libvpx -deadline realtime -f ogg",
        "ASF, v.wmv, -c:v wmv2 -c:a wmav2",
        "MXF, v.mxf, -c:v mpeg2video -c:a pcm_s16le"
    })
    void everyVideoContainerIsSniffedAndReadWithItsDemuxerAlone(ContainerFormat format, String name, String codecs)
            throws IOException {
        Path file = SampleMedia.make(
                directory.resolve(name), SampleMedia.picturesAndTone(2, 25), Arrays.asList(codecs.split(" ", -1)));

        assertThat(sniff(file)).isEqualTo(new Sniffed.Recognised(format));
        try (LoopbackServer store = LoopbackServer.serving(file)) {
            ProbeReport report = probed(ffprobe.probe(MediaInput.http(store.uri("/source"), format)));
            VideoStream video = report.mainVideo().orElseThrow();
            assertThat(video.width()).isEqualTo(160);
            assertThat(video.height()).isEqualTo(120);

            PacketScan scan = probed(ffprobe.scanVideoPackets(
                    MediaInput.http(store.uri("/source"), format),
                    video.header().index(),
                    video.header().timeBase(),
                    1000));
            assertThat(scan.packetCount()).isEqualTo(50);
            assertThat(scan.constantFrameRate()).isTrue();
            assertThat(scan.endSeconds() - scan.firstPtsSeconds()).isEqualTo(2.0, within(0.05));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "WAV, a.wav, pcm_s16le",
        "MP3, a.mp3, libmp3lame",
        "FLAC, a.flac, flac",
        "AAC, a.aac, aac",
        "OGG, a.oga, libopus"
    })
    void soundAloneIsReadableToo(ContainerFormat format, String name, String codec) throws IOException {
        Path file = SampleMedia.make(directory.resolve(name), SampleMedia.tone(2), List.of("-c:a", codec));

        assertThat(sniff(file)).isEqualTo(new Sniffed.Recognised(format));
        ProbeReport report = probed(ffprobe.probe(MediaInput.file(file, format)));
        assertThat(report.mainVideo()).isEmpty();
        assertThat(report.audioStreams())
                .singleElement()
                .satisfies(audio -> assertThat(audio.channels()).isEqualTo(1));
    }

    @Test
    void readsRotationChaptersTagsAndRates() throws IOException {
        Path chapters = Files.writeString(directory.resolve("chapters.txt"), """
                ;FFMETADATA1
                title=Holiday
                [CHAPTER]
                TIMEBASE=1/1000
                START=0
                END=1000
                title=Arrival & more
                [CHAPTER]
                TIMEBASE=1/1000
                START=1000
                END=2000
                title=Beach
                """);
        Path upright = SampleMedia.make(
                directory.resolve("upright.mp4"),
                List.of("-f", "lavfi", "-i", "testsrc2=size=160x120:rate=30000/1001:duration=2"),
                SampleMedia.tone(2),
                List.of("-i", "file:" + chapters, "-map_metadata", "2"),
                H264_AAC,
                List.of("-pix_fmt", "yuv420p", "-aspect", "16:9", "-vf", "setparams=color_trc=bt709"),
                List.of("-metadata:s:a:0", "language=deu"));
        Path turned = SampleMedia.make(
                directory.resolve("turned.mp4"),
                List.of("-display_rotation", "-90", "-i", "file:" + upright, "-c", "copy"));

        ProbeReport report = probed(ffprobe.probe(MediaInput.file(turned, ContainerFormat.MP4)));

        VideoStream video = report.mainVideo().orElseThrow();
        assertThat(video.rotationDegrees()).isEqualTo(90);
        assertThat(video.averageFrameRate()).isEqualTo(new Rational(30000, 1001));
        assertThat(video.sampleAspectRatio()).isEqualTo(new Rational(4, 3));
        assertThat(video.pixelFormat()).isEqualTo("yuv420p");
        assertThat(video.colour().transfer()).isEqualTo("bt709");
        assertThat(video.header().codecName()).isEqualTo("h264");
        assertThat(video.header().frameCount()).hasValue(60);
        assertThat(report.audioStreams().getFirst().header().language()).isEqualTo("deu");
        assertThat(report.chapters()).containsExactly(new Chapter(0, 1, "Arrival & more"), new Chapter(1, 2, "Beach"));
        assertThat(report.format().tags()).containsEntry("title", "Holiday");
        assertThat(report.format().durationSeconds().orElseThrow()).isEqualTo(2.0, within(0.05));
    }

    @Test
    void seesThatFramesAreNotShownEquallyLong() {
        Path file = SampleMedia.make(
                directory.resolve("phone.mp4"),
                List.of("-f", "lavfi", "-i", "testsrc2=size=160x120:rate=30:duration=4"),
                List.of("-vf", "select='not(eq(mod(n,7),3))'", "-fps_mode", "vfr", "-g", "30", "-c:v", "libx264"));
        MediaInput input = MediaInput.file(file, ContainerFormat.MP4);
        VideoStream video = probed(ffprobe.probe(input)).mainVideo().orElseThrow();

        PacketScan scan =
                probed(ffprobe.scanVideoPackets(input, 0, video.header().timeBase(), 1000));

        assertThat(scan.constantFrameRate()).isFalse();
        assertThat(scan.keyFrameCount()).isEqualTo(4);
        assertThat(scan.largestKeyFrameGapSeconds()).isBetween(0.9, 1.3);
        assertThat(ffprobe.scanVideoPackets(input, 0, video.header().timeBase(), 50))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> assertThat(unreadable.sentence()).contains("more than 50 frames"));
    }

    @Test
    void aPlaylistIsNeverFollowedEvenIfItGotPastTheSniffer() throws IOException {
        Path secret = SampleMedia.make(directory.resolve("secret.ts"), SampleMedia.pictures(1, 25));
        try (LoopbackServer canary = LoopbackServer.serving(secret)) {
            Path playlist = Files.writeString(
                    directory.resolve("clip.mp4"),
                    "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n" + canary.uri("/secret.ts") + "\n#EXTINF:1,\n"
                            + secret + "\n#EXT-X-ENDLIST\n");
            Path concat = Files.writeString(
                    directory.resolve("clip2.mp4"), "ffconcat version 1.0\nfile " + canary.uri("/secret.ts") + "\n");

            for (Path file : List.of(playlist, concat)) {
                assertThat(sniff(file)).isInstanceOf(Sniffed.Refused.class);
                for (ContainerFormat format : ContainerFormat.values()) {
                    assertThat(ffprobe.probe(MediaInput.file(file, format)))
                            .as("%s read as %s", file, format)
                            .isInstanceOf(Unreadable.class);
                }
            }
            assertThat(canary.requests()).isEmpty();
        }
    }

    @Test
    void brokenFilesAreUnreadableOrCaughtByTheBoxCheck() throws IOException {
        Path whole = SampleMedia.make(directory.resolve("whole.mp4"), SampleMedia.picturesAndTone(2, 25), H264_AAC);
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(directory.resolve("cut.mp4"), Arrays.copyOf(bytes, bytes.length / 2));

        assertThat(ContainerCheck.ofMp4(ByteSource.of(whole))).isEqualTo(new ContainerCheck.Intact(false, false));
        assertThat(ContainerCheck.ofMp4(ByteSource.of(cut))).isInstanceOf(ContainerCheck.Truncated.class);
        assertThat(ffprobe.probe(MediaInput.file(cut, ContainerFormat.MP4)))
                .isInstanceOfSatisfying(Unreadable.class, unreadable -> {
                    assertThat(unreadable.sentence())
                            .isEqualTo("The file looks like MP4 or QuickTime, but cannot be read:"
                                    + " it is damaged or incomplete.");
                    assertThat(unreadable.lastLines()).isNotEmpty();
                });
    }

    @Test
    void aStoreThatFailsSaysNothingAboutTheFile() throws IOException {
        try (LoopbackServer store = new LoopbackServer(exchange -> LoopbackServer.answer(exchange, 503, new byte[0]))) {
            assertThat(ffprobe.probe(MediaInput.http(store.uri("/source"), ContainerFormat.MP4)))
                    .isInstanceOf(NotRun.class);
        }
        assertThat(ffprobe.probe(MediaInput.http(URI.create("http://127.0.0.1:1/source"), ContainerFormat.MP4)))
                .isInstanceOf(NotRun.class);
    }

    @Test
    void anInputThatNeverAnswersEndsWithTheBudget() throws IOException {
        Ffprobe impatient = new Ffprobe(
                SampleMedia.ffmpeg(), new Ffprobe.Limits(Duration.ofSeconds(1), Duration.ofSeconds(1), 1 << 20));
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            MediaInput input =
                    MediaInput.http(URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/"), ContainerFormat.MP4);
            assertThat(impatient.probe(input)).isInstanceOf(TimedOut.class);
        }
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    private static Sniffed sniff(Path file) throws IOException {
        byte[] head = ByteSource.of(file).read(0, ContainerFormat.SNIFF_LENGTH);
        return ContainerFormat.sniff(head, Files.size(file));
    }

    private static <T> T probed(ProbeOutcome<T> outcome) {
        if (outcome instanceof Probed<T>(T value)) {
            return value;
        }
        throw new AssertionError("not probed: " + outcome);
    }
}
