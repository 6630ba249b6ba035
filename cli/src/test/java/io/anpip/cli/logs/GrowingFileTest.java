package io.anpip.cli.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowingFileTest {
    private final Path folder;

    GrowingFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void onlyWholeNewLinesAreRead() throws IOException {
        Path log = Files.writeString(folder.resolve("a.log"), "old\n");
        GrowingFile file = GrowingFile.atEndOf(log);

        append(log, "one\ntw");
        assertThat(file.newLines()).containsExactly("one");
        append(log, "o\n");
        assertThat(file.newLines()).containsExactly("two");
        assertThat(file.newLines()).isEmpty();
    }

    @Test
    void aLogThatWasSetAsideIsBegunAnew() throws IOException {
        Path log = Files.writeString(folder.resolve("a.log"), "a long first log\n");
        GrowingFile file = GrowingFile.atEndOf(log);

        Files.writeString(log, "new\n");

        assertThat(file.newLines()).containsExactly("new");
    }

    @Test
    void aLogThatDoesNotExistYetIsWaitedFor() throws IOException {
        Path log = folder.resolve("later.log");
        GrowingFile file = GrowingFile.atEndOf(log);

        assertThat(file.newLines()).isEmpty();
        Files.writeString(log, "here\n");
        assertThat(file.newLines()).containsExactly("here");
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }
}
