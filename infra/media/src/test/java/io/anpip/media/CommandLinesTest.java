package io.anpip.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLinesTest {

    private static final FfmpegInstallation INSTALLATION = new FfmpegInstallation(
            Path.of("/opt/ffmpeg/ffmpeg"),
            Path.of("/opt/ffmpeg/ffprobe"),
            "8.0.1",
            FfmpegInstallation.Source.SETTING,
            Set.of());

    private static final URI LOOPBACK = URI.create("http://127.0.0.1:40001/source");

    private static final ProcessPrefix PREFIX = new ProcessPrefix(
            Optional.of(Path.of("/usr/bin/setpriv")),
            Optional.of(Path.of("/usr/bin/prlimit")),
            Optional.of(Path.of("/usr/bin/nice")));

    @Test
    void anInputOverHttpIsReadWithOneDemuxerThroughOneProtocol() {
        assertThat(MediaInput.http(LOOPBACK, ContainerFormat.MATROSKA).arguments())
                .containsExactly(
                        "-protocol_whitelist",
                        "http,tcp",
                        "-format_whitelist",
                        "matroska",
                        "-max_streams",
                        "1000",
                        "-max_pixels",
                        "268435456",
                        "-f",
                        "matroska",
                        "-i",
                        "http://127.0.0.1:40001/source");
    }

    @Test
    void externalReferencesOfQuickTimeStayOff() {
        assertThat(MediaInput.file(Path.of("/scratch/task-1/source"), ContainerFormat.MP4)
                        .arguments())
                .containsExactly(
                        "-protocol_whitelist",
                        "file",
                        "-format_whitelist",
                        "mov",
                        "-max_streams",
                        "1000",
                        "-max_pixels",
                        "268435456",
                        "-enable_drefs",
                        "0",
                        "-f",
                        "mov",
                        "-i",
                        "file:/scratch/task-1/source");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://example.org/v.mp4", "https://127.0.0.1/v.mp4", "file:/etc/passwd", "http://127.0.0.1.x/"
            })
    void noInputIsReadFromAnotherMachine(String url) {
        assertThatThrownBy(() -> MediaInput.http(URI.create(url), ContainerFormat.MP4))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingStandsBehindTheArgumentsOfTheCommand() {
        FfmpegCommand command = new FfmpegCommand(List.of("-i", "in", "out"), Duration.ofSeconds(1));
        List<String> arguments = ffmpeg(ProcessPrefix.none(), command).commandLine();

        assertThat(arguments)
                .containsExactly(
                        "/opt/ffmpeg/ffmpeg",
                        "-loglevel",
                        "level+verbose",
                        "-y",
                        "-loglevel",
                        "+repeat",
                        "-hide_banner",
                        "-nostdin",
                        "-nostats",
                        "-max_error_rate",
                        "1",
                        "-i",
                        "in",
                        "out");
    }

    @Test
    void theProgressReportStandsInFrontOfTheInputs() {
        FfmpegCommand command = new FfmpegCommand(List.of("-i", "in", "out"), Duration.ofSeconds(1));
        SupervisedFfmpeg ffmpeg = ffmpeg(ProcessPrefix.none(), command);
        try (var socket = ffmpeg.createProgressHelper(_ -> {})) {
            assertThat(ffmpeg.commandLine())
                    .containsSubsequence("-y", "-progress", "-hide_banner", "-i", "in", "out")
                    .anyMatch(argument -> argument.matches("tcp://127\\.0\\.0\\.1:\\d+"));
            assertThat(socket).isNotNull();
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatItMayHaveIsSetInFront() {
        FfmpegCommand command = new FfmpegCommand(List.of("-i", "in", "out"), Duration.ofSeconds(1));

        assertThat(ffmpeg(PREFIX, command).commandLine())
                .startsWith(
                        "/usr/bin/setpriv",
                        "--pdeathsig",
                        "KILL",
                        "/usr/bin/prlimit",
                        "--core=0",
                        "--data=4000",
                        "--fsize=3000",
                        "/opt/ffmpeg/ffmpeg",
                        "-loglevel")
                .endsWith("-i", "in", "out");
    }

    @Test
    void whatNobodyWaitsForStandsBehindTheOthers() {
        FfmpegCommand command = new FfmpegCommand(List.of("-i", "in", "out"), Duration.ofSeconds(1));

        assertThat(ffmpeg(PREFIX, command).commandLine()).doesNotContain("/usr/bin/nice");
        assertThat(ffmpeg(PREFIX, command.behindOthers()).commandLine())
                .containsSequence("--fsize=3000", "/usr/bin/nice", "-n", "5", "/opt/ffmpeg/ffmpeg");
    }

    @Test
    void aCommandCannotSetWhatTheRunnerSets() {
        assertThatThrownBy(() -> new FfmpegCommand(List.of("-v", "debug"), Duration.ofSeconds(1)))
                .hasMessage("-v is set by the runner");
        assertThatThrownBy(() -> new FfmpegCommand(List.of(), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fileNamesInFiltersAreQuotedTwice() {
        assertThat(FfmpegCommand.filterValue(Path.of("/scratch/a b/it's [1]:x,y;z.txt")))
                .isEqualTo("/scratch/a b/it\\\\\\'s \\[1\\]\\\\:x\\,y\\;z.txt");
    }

    @Test
    void ffprobeReadsThroughTheSameGate() {
        MediaInput input = MediaInput.http(LOOPBACK, ContainerFormat.OGG);
        Ffprobe ffprobe = new Ffprobe(INSTALLATION, Ffprobe.Limits.defaults(), ProcessPrefix.none());

        assertThat(String.join(" ", ffprobe.probeCommand(input)))
                .isEqualTo("/opt/ffmpeg/ffprobe -loglevel level+warning -hide_banner"
                        + " -show_format -show_streams -show_chapters -of json"
                        + " -protocol_whitelist http,tcp -format_whitelist ogg"
                        + " -max_streams 1000 -max_pixels 268435456 -f ogg -i http://127.0.0.1:40001/source");
        assertThat(String.join(" ", ffprobe.scanCommand(input, 2)))
                .isEqualTo("/opt/ffmpeg/ffprobe -loglevel level+warning -hide_banner"
                        + " -select_streams 2 -show_entries packet=pts_time,dts_time,duration_time,size,flags:stream=has_b_frames"
                        + " -of csv=p=0"
                        + " -protocol_whitelist http,tcp -format_whitelist ogg"
                        + " -max_streams 1000 -max_pixels 268435456 -f ogg -i http://127.0.0.1:40001/source");
    }

    private static SupervisedFfmpeg ffmpeg(ProcessPrefix prefix, FfmpegCommand command) {
        List<String> program =
                prefix.commandFor(INSTALLATION.ffmpeg(), new ResourceLimits(4000, 3000), command.urgency());
        return new SupervisedFfmpeg(program, command, StdoutReader.ignoring(), _ -> {}, () -> {});
    }
}
