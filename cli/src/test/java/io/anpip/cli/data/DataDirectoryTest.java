package io.anpip.cli.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anpip.cli.failure.CommandFailed;
import io.anpip.cli.failure.Failure.DirectoryUnusable;
import io.anpip.cli.failure.Failure.DiskFull;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    private final Path folder;

    DataDirectoryTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void isCreatedWithTheFoldersAboveIt() {
        Path deep = folder.resolve("a/b");

        new DataDirectory(deep).prepare(1);

        assertThat(deep).isEmptyDirectory();
    }

    @Test
    void aFileInItsPlaceIsAFailureInOneLine() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> new DataDirectory(file).prepare(1))
                .isInstanceOfSatisfying(
                        CommandFailed.class,
                        failed -> assertThat(failed.failure()).isInstanceOf(DirectoryUnusable.class))
                .hasMessage("Cannot use " + file
                        + ": it is not a directory. Check its permissions, or choose another one" + " with --data.");
    }

    @Test
    void tooLittleRoomIsAFailureThatSaysHowMuchIsWanted() {
        assertThatThrownBy(() -> new DataDirectory(folder).prepare(Long.MAX_VALUE))
                .isInstanceOfSatisfying(
                        CommandFailed.class,
                        failed -> assertThat(failed.failure()).isInstanceOf(DiskFull.class))
                .hasMessageContaining(Long.MAX_VALUE + " MiB wanted");
    }
}
