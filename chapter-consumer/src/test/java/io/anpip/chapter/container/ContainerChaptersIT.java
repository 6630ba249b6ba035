package io.anpip.chapter.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.localstack.LocalStackSettings;
import io.anpip.localstack.bundle.BundledFfmpeg;
import io.anpip.media.ContainerFormat;
import io.anpip.media.FfmpegCommand;
import io.anpip.media.FfmpegInstallation;
import io.anpip.media.FfmpegLookup;
import io.anpip.media.FfmpegOutcome;
import io.anpip.media.FfmpegRunner;
import io.anpip.media.Ffprobe;
import io.anpip.media.MediaInput;
import io.anpip.media.ProbeOutcome;
import io.anpip.media.ProbeReport;
import io.anpip.media.ProgressListener;
import io.anpip.schemas.Chapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Chapters as FFmpeg's muxers write them and its demuxers read them, one container after the other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class ContainerChaptersIT {

    // FFmpeg writes half seconds and more a second late into Ogg; so there are none here.
    private static final String MARKS = """
            ;FFMETADATA1
            [CHAPTER]
            TIMEBASE=1/1000
            START=0
            END=2500
            title=Ankunft – 到着 🎬
            [CHAPTER]
            TIMEBASE=1/1000
            START=2000
            END=2100
            title=a --> b & <c>
            [CHAPTER]
            TIMEBASE=1/1000
            START=4250
            END=6000
            """;

    @TempDir
    Path directory;

    private FfmpegInstallation installation;

    @BeforeAll
    void tools() throws IOException {
        Path unpacked = BundledFfmpeg.unpack(
                LocalStackSettings.in(Path.of("target", "local-stack")).cacheDirectory());
        installation = ((FfmpegLookup.Found) FfmpegInstallation.locate(Optional.of(unpacked))).installation();
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "MP4, a.mp4, libx264, aac",
        "MP4, a.mov, libx264, aac",
        "MATROSKA, a.mkv, libx264, aac",
        "MATROSKA, a.webm, libvpx, libopus",
        "OGG, a.ogg, , libopus",
    })
    void marksOverlappingAndWithoutATitleBecomeChapters(
            ContainerFormat format, String name, @org.jspecify.annotations.Nullable String picture, String sound)
            throws IOException {
        Path file = make(name, Optional.ofNullable(picture), sound);

        var probed = (ProbeOutcome.Probed<ProbeReport>) new Ffprobe(installation).probe(MediaInput.file(file, format));
        List<Chapter> marks = probed.value().chapters().stream()
                .map(mark -> new Chapter(mark.startSeconds(), mark.endSeconds(), mark.title()))
                .toList();

        assertThat(ContainerChapters.sensible(marks, 6, 500))
                .containsExactly(
                        new Chapter(0, 2, "Ankunft – 到着 🎬"),
                        new Chapter(2, 4.25, "a --> b & <c>"),
                        new Chapter(4.25, 6, "Chapter 3"));
    }

    private Path make(String name, Optional<String> picture, String sound) throws IOException {
        Path marks = Files.writeString(directory.resolve("marks.txt"), MARKS);
        Path file = directory.resolve(name);
        List<String> arguments = new ArrayList<>(List.of("-f", "lavfi", "-i", "sine=d=6"));
        arguments.addAll(List.of("-f", "ffmetadata", "-i", marks.toString()));
        picture.ifPresent(codec -> arguments.addAll(
                List.of("-f", "lavfi", "-i", "color=gray:s=64x36:r=10:d=6", "-map", "2:v", "-c:v", codec)));
        arguments.addAll(List.of("-map", "0:a", "-c:a", sound, "-map_chapters", "1", file.toString()));
        assertThat(new FfmpegRunner(installation)
                        .run(new FfmpegCommand(arguments, Duration.ofMinutes(1)), ProgressListener.ignoring()))
                .isInstanceOf(FfmpegOutcome.Completed.class);
        return file;
    }
}
