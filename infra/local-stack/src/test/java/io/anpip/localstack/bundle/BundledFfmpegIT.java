package io.anpip.localstack.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BundledFfmpegIT {
    private final Path cache;
    private final Path folder;

    BundledFfmpegIT(@TempDir Path cache) throws Exception {
        this.cache = cache;
        this.folder = BundledFfmpeg.unpack(cache);
    }

    @Test
    void itRunsWithoutAnyEnvironmentAndHasWhatTheServicesUse() throws Exception {
        // Given
        String ffmpeg = folder.resolve("ffmpeg").toString();

        // When
        String version = output(ffmpeg, "-version");

        // Then
        assertThat(version).startsWith("ffmpeg version 8.0.1");
        assertThat(output(ffmpeg, "-hide_banner", "-encoders")).contains(" libx264 ", " aac ", " libwebp ");
        assertThat(output(ffmpeg, "-hide_banner", "-filters"))
                .contains(" zscale ", " scdet ", " tile ", " thumbnail ", " loudnorm ", " silencedetect ");
        assertThat(output(folder.resolve("ffprobe").toString(), "-version")).startsWith("ffprobe version 8.0.1");
    }

    @Test
    void itEncodes() throws Exception {
        // Given
        Path clip = cache.resolve("clip.mp4");

        // When
        String errors = output(
                folder.resolve("ffmpeg").toString(),
                "-v",
                "error",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=320x180:rate=24:duration=1",
                "-c:v",
                "libx264",
                clip.toString());

        // Then
        assertThat(errors).isEmpty();
        assertThat(output(
                        folder.resolve("ffprobe").toString(),
                        "-v",
                        "error",
                        "-count_frames",
                        "-show_entries",
                        "stream=nb_read_frames",
                        "-of",
                        "csv=p=0",
                        clip.toString()))
                .contains("24");
    }

    @Test
    void onLinuxTheLoaderLooksForNoDeviceLibraryOutsideTheFolder() throws Exception {
        // Given
        assumeTrue(Platform.current().isLinux());

        // When
        String loader =
                output("/usr/bin/env", "LD_DEBUG=libs", folder.resolve("ffmpeg").toString(), "-version");

        // Then
        assertThat(loader)
                .contains("find library=libavdevice")
                .doesNotContain("find library=libxcb", "find library=libasound", "find library=libpulse")
                .doesNotContain("find library=libX11");
        assertThat(ElfSharedObject.read(folder.resolve("libavdevice.so.62")).neededLibraries())
                .contains("libc.so.6", "libavutil.so.60")
                .doesNotContain("libxcb.so.1", "libxcb-shm.so.0", "libasound.so.2", "libpulse.so.0");
        assertThat(ElfSharedObject.read(folder.resolve("ffmpeg")).searchesFoldersForAll())
                .isTrue();
    }

    @Test
    void aSecondCallUnpacksNothing() throws Exception {
        // Given
        Path marker = Files.writeString(folder.resolve("marker"), "");

        // When
        Path again = BundledFfmpeg.unpack(cache);

        // Then
        assertThat(again).isEqualTo(folder);
        assertThat(marker).exists();
        try (var entries = Files.list(cache)) {
            assertThat(entries.map(entry -> entry.getFileName().toString()).toList())
                    .noneMatch(name -> name.startsWith("."));
        }
    }

    private static String output(String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command))).redirectErrorStream(true);
        builder.environment().remove("LD_LIBRARY_PATH");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
