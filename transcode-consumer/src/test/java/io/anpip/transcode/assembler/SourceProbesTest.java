package io.anpip.transcode.assembler;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.media.ContainerFormat;
import io.anpip.media.PacketScan;
import io.anpip.media.ProbeReport;
import io.anpip.media.Rational;
import io.anpip.media.picture.Scan;
import io.anpip.schemas.Chapter;
import io.anpip.schemas.PictureDetails;
import io.anpip.schemas.SoundDetails;
import io.anpip.schemas.SourceProbe;
import io.anpip.schemas.SubtitleTrack;
import io.anpip.schemas.VideoTrack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SourceProbesTest {

    private static final PacketScan SCAN =
            new PacketScan(300, 1.5, 11.51, 6, 2.0, true, 1001 / 30_000.0, 1001 / 30_000.0);

    @Test
    void aTurnedPhoneVideoIsShownUpright() {
        VideoTrack track = probe(video(1920, 1080, Rational.ONE, new Rational(30_000, 1001), 90), SCAN)
                .video()
                .orElseThrow();

        assertThat(track.displayWidth()).isEqualTo(1080);
        assertThat(track.displayHeight()).isEqualTo(1920);
        assertThat(track.rotationDegrees()).isEqualTo(90);
    }

    @Test
    void anamorphicPixelsAreMadeSquare() {
        VideoTrack track = probe(video(720, 576, new Rational(64, 45), new Rational(25, 1), 0), SCAN)
                .video()
                .orElseThrow();

        assertThat(track.displayWidth()).isEqualTo(1024);
        assertThat(track.displayHeight()).isEqualTo(576);
    }

    @Test
    void theClaimedRateIsKeptExactlyWherePacketsAgree() {
        VideoTrack track = probe(video(640, 360, Rational.ONE, new Rational(30_000, 1001), 0), SCAN)
                .video()
                .orElseThrow();

        assertThat(track.frameRate()).isEqualTo(new io.anpip.schemas.Rational(30_000, 1001));
        assertThat(track.startSeconds()).isEqualTo(1.5);
        assertThat(track.durationSeconds()).isEqualTo(11.51 - 1.5);
    }

    @Test
    void aLyingRateGivesWayToTheMeasuredOne() {
        VideoTrack track = probe(video(640, 360, Rational.ONE, new Rational(1000, 1), 0), SCAN)
                .video()
                .orElseThrow();

        assertThat(track.frameRate().toDouble()).isCloseTo(29.97, org.assertj.core.data.Offset.offset(0.01));
    }

    @Test
    void scanAndColoursAreToldAsFound() {
        VideoTrack track = probe(video(640, 360, Rational.ONE, new Rational(30_000, 1001), 0), SCAN)
                .video()
                .orElseThrow();

        assertThat(track.details()).hasValue(new PictureDetails("High", "progressive", "tv", "bt709", "bt709"));
    }

    @Test
    void aPauseDoesNotSlowAVideoDown() {
        PacketScan paused = new PacketScan(300, 0, 21.98, 6, 12.0, false, 1001 / 30_000.0, 1001 / 30_000.0);

        VideoTrack track = probe(video(640, 360, Rational.ONE, new Rational(300_000, 21_980), 0), paused)
                .video()
                .orElseThrow();

        assertThat(track.frameRate().toDouble()).isCloseTo(29.97, org.assertj.core.data.Offset.offset(0.01));
    }

    @Test
    void aSinglePictureOfNoLengthIsShownForAFrame() {
        VideoTrack track = probe(
                        video(640, 360, Rational.ONE, new Rational(24, 1), 0),
                        new PacketScan(1, 1.5, 1.5, 1, 0, true, 0, 0))
                .video()
                .orElseThrow();

        assertThat(track.durationSeconds()).isEqualTo(1 / 24.0);
        assertThat(track.frameRate()).isEqualTo(new io.anpip.schemas.Rational(24, 1));
    }

    @Test
    void chaptersLieOnTheClockOfTheVideo() {
        SourceProbe probe = probe(video(640, 360, Rational.ONE, new Rational(30_000, 1001), 0), SCAN);

        assertThat(probe.chapters()).containsExactly(new Chapter(0, 4.5, "One"), new Chapter(4.5, 11.51 - 1.5, "Two"));
    }

    @Test
    void subtitlesOfTextAreToldAndSubtitlesOfPicturesPassedOver() {
        SourceProbe probe = probe(
                video(640, 360, Rational.ONE, new Rational(30_000, 1001), 0),
                new ProbeReport.SubtitleStream(header(1, "hdmv_pgs_subtitle", "eng", ""), false, false),
                new ProbeReport.SubtitleStream(header(2, "subrip", "und", "Signs"), true, false),
                new ProbeReport.SubtitleStream(header(3, "ass", "deu", ""), false, true));

        assertThat(probe.subtitles().orElseThrow())
                .containsExactly(
                        new SubtitleTrack(2, "subrip", Optional.empty(), Optional.of("Signs"), false, true, false),
                        new SubtitleTrack(3, "ass", Optional.of("deu"), Optional.empty(), false, false, true));
    }

    @Test
    void thePacketsOfSoundAloneTellItsLengthWhereTheHeaderGuesses() {
        var song = new ProbeReport.AudioStream(header(0, "aac", "", ""), 2, "stereo", 44_100, false);
        var report = new ProbeReport(
                new ProbeReport.Format("aac", OptionalDouble.of(31), 0, OptionalLong.of(64_000), Map.of()),
                List.of(song),
                List.of());
        PacketScan scan = new PacketScan(862, 0.1, 20.1, 862, 0.02, true, 0.0232, 0.0232);

        assertThat(SourceProbes.withoutPicture(ContainerFormat.AAC, report, Optional.of(scan))
                        .durationSeconds())
                .isEqualTo(20);
        assertThat(SourceProbes.withoutPicture(ContainerFormat.AAC, report, Optional.empty())
                        .durationSeconds())
                .isEqualTo(10);
    }

    @Test
    void whatIsKnownOfSoundIsTold() {
        SourceProbe probe = probe(
                video(640, 360, Rational.ONE, new Rational(30_000, 1001), 0),
                new ProbeReport.AudioStream(header(1, "aac", "eng", "Main"), 6, "5.1", 48_000, true));

        assertThat(probe.audio().getFirst().details())
                .contains(new SoundDetails("LC", "5.1", Optional.of(96_000L), false, true));
    }

    private static ProbeReport.Header header(int index, String codec, String language, String title) {
        return new ProbeReport.Header(
                index,
                codec,
                "LC",
                new Rational(1, 48_000),
                0,
                OptionalDouble.of(10),
                OptionalLong.empty(),
                OptionalLong.of(96_000),
                false,
                language,
                title);
    }

    private static SourceProbe probe(ProbeReport.VideoStream video, ProbeReport.ProbeStream... others) {
        List<ProbeReport.ProbeStream> streams = new ArrayList<>(List.of(video));
        streams.addAll(List.of(others));
        var report = new ProbeReport(
                new ProbeReport.Format("mov", OptionalDouble.of(10), 1.5, OptionalLong.empty(), Map.of()),
                streams,
                List.of());
        return SourceProbes.withPicture(ContainerFormat.MP4, report, video, SCAN, Scan.PROGRESSIVE);
    }

    private static SourceProbe probe(ProbeReport.VideoStream video, PacketScan scan) {
        var report = new ProbeReport(
                new ProbeReport.Format("mov", OptionalDouble.of(10), 1.5, OptionalLong.empty(), Map.of()),
                List.of(video),
                List.of(new ProbeReport.Chapter(0, 6, "One"), new ProbeReport.Chapter(6, 60, "Two")));
        return SourceProbes.withPicture(ContainerFormat.MP4, report, video, scan, Scan.PROGRESSIVE);
    }

    private static ProbeReport.VideoStream video(int width, int height, Rational pixels, Rational rate, int rotation) {
        return new ProbeReport.VideoStream(
                new ProbeReport.Header(
                        0,
                        "h264",
                        "High",
                        new Rational(1, 30_000),
                        1.5,
                        OptionalDouble.of(10.01),
                        OptionalLong.of(300),
                        OptionalLong.empty(),
                        true,
                        "",
                        ""),
                width,
                height,
                pixels,
                rate,
                rate,
                "yuv420p",
                "progressive",
                new ProbeReport.Colour("tv", "bt709", "bt709", "bt709"),
                rotation,
                false);
    }
}
