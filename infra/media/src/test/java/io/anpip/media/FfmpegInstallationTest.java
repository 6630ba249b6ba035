package io.anpip.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FfmpegInstallationTest {

    private static final String ABLE = """
            #!/bin/sh
            case "$2" in
              -version) echo "ffmpeg version 6.1.1-3ubuntu5 Copyright";;
              -encoders) echo " V....D libx264  x"; echo " A....D aac  x";;
              -filters) echo " ... scdet V->V x"; echo " ... blackdetect V->V x"; echo " ... silencedetect A->A x"
                        echo " ... tile V->V x"; echo " .S. zscale V->V x";;
            esac
            """;

    private final Path directory;

    FfmpegInstallationTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void findsAnFfmpegThatCanDoTheWork() throws IOException {
        program("ffmpeg", ABLE);
        program("ffprobe", ABLE);
        assertThat(FfmpegInstallation.locate(Optional.of(directory)))
                .isEqualTo(new FfmpegLookup.Found(new FfmpegInstallation(
                        directory.resolve("ffmpeg"),
                        directory.resolve("ffprobe"),
                        "6.1.1-3ubuntu5",
                        FfmpegInstallation.Source.SETTING,
                        Set.of("libx264", "aac"))));
    }

    @Test
    void tellsWhichFurtherEncodersThereAre() throws IOException {
        program("ffmpeg", ABLE.replace("-encoders) ", "-encoders) echo ' V..... libsvtav1  x';"));
        program("ffprobe", ABLE);
        assertThat(FfmpegInstallation.locate(Optional.of(directory)))
                .isInstanceOfSatisfying(
                        FfmpegLookup.Found.class,
                        found -> assertThat(found.installation().encoders())
                                .containsExactlyInAnyOrder("libx264", "aac", "libsvtav1"));
    }

    @Test
    void saysWhatToDoWhereThereIsNone() {
        assertThat(sentence())
                .isEqualTo("There is no ffmpeg with an ffprobe beside it in " + directory
                        + ". Install FFmpeg 5.1 or newer with libx264 and zimg,"
                        + " and name its folder in anpip.ffmpeg.directory.");
    }

    @Test
    void namesWhatIsMissing() throws IOException {
        program("ffmpeg", ABLE.replace("libx264", "libopenh264").replace("zscale", "scale"));
        program("ffprobe", ABLE);
        assertThat(sentence()).contains("lacks the encoder libx264, the filter zscale.");
    }

    @Test
    void refusesAnOldOne() throws IOException {
        program("ffmpeg", ABLE.replace("6.1.1", "4.4.2"));
        program("ffprobe", ABLE);
        assertThat(sentence()).contains("is FFmpeg 4.4.2-3ubuntu5, which is too old.");
    }

    @Test
    void refusesOneThatDoesNotStart() throws IOException {
        program("ffmpeg", "#!/bin/sh\nexit 1\n");
        program("ffprobe", ABLE);
        assertThat(sentence()).contains("ffmpeg does not start.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8.0.1 | '' | true",
                "n7.1 | '' | true",
                "5.1.6-0+deb12u1 | '' | true",
                "5.0.3 | '' | false",
                "N-118000-gabcdef | 'libavcodec     61. 30.100 / 61. 30.100' | true",
                "N-100000-gabcdef | 'libavcodec     58. 91.100 / 58. 91.100' | false",
                "unknown | '' | false"
            })
    void readsVersions(String version, String banner, boolean newEnough) {
        assertThat(FfmpegSearch.isNewEnough(version, banner)).isEqualTo(newEnough);
    }

    @Test
    void looksForNamesAsWholeWords() {
        assertThat(FfmpegSearch.missing(List.of("aac", "tile"), " A..X.D aac_at  x\n ... tile V->V x\n", ""))
                .containsExactly("aac");
    }

    private String sentence() {
        return FfmpegInstallation.locate(Optional.of(directory)) instanceof FfmpegLookup.Missing(String sentence)
                ? sentence
                : "found";
    }

    private void program(String name, String script) throws IOException {
        Path file = Files.writeString(directory.resolve(name), script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
