package io.anpip.cli.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anpip.cli.failure.CommandFailed;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFileTest {
    private static final URI API = URI.create("http://127.0.0.1:8080");

    private final Path folder;

    LocalFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void theSameFileHasTheSameFingerprintHoweverItIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("clip.mp4"), "12345");
        Path link = Files.createSymbolicLink(folder.resolve("link.mp4"), file);

        assertThat(LocalFile.at(link).fingerprint(API))
                .isEqualTo(LocalFile.at(file).fingerprint(API));
    }

    @Test
    void aChangedFileOrAnotherApiHasAnother() throws IOException {
        Path file = Files.writeString(folder.resolve("clip.mp4"), "12345");
        String before = LocalFile.at(file).fingerprint(API);

        assertThat(LocalFile.at(file).fingerprint(URI.create("http://127.0.0.1:9090")))
                .isNotEqualTo(before);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));
        assertThat(LocalFile.at(file).fingerprint(API)).isNotEqualTo(before);
    }

    @Test
    void theEndOfItsNameSaysWhatItClaimsToBe() {
        assertThat(new LocalFile(Path.of("/a/b.MP4"), 1, 1).contentType()).isEqualTo("video/mp4");
        assertThat(new LocalFile(Path.of("/a/b.mkv"), 1, 1).contentType()).isEqualTo("video/x-matroska");
        assertThat(new LocalFile(Path.of("/a/b"), 1, 1).contentType()).isEqualTo("application/octet-stream");
    }

    @Test
    void whatCannotBeReadIsAFailureInOneLine() {
        assertThatThrownBy(() -> LocalFile.at(folder.resolve("absent.mp4")))
                .isInstanceOf(CommandFailed.class)
                .hasMessage("Cannot read " + folder.resolve("absent.mp4") + ": there is no such file.");
        assertThatThrownBy(() -> LocalFile.at(folder))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("it is a directory");
    }
}
