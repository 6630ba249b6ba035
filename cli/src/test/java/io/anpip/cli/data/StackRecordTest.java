package io.anpip.cli.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackRecordTest {
    private final Path folder;

    StackRecordTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        DataDirectory data = new DataDirectory(folder);
        StackRecord record = new StackRecord(18080, Map.of("upload-api", 18080, "status-projector", 20001), "/ffmpeg");

        record.write(data);

        assertThat(StackRecord.read(data)).contains(record);
        assertThat(record.api()).isEqualTo(URI.create("http://127.0.0.1:18080"));
        assertThat(record.address("status-projector")).contains(URI.create("http://127.0.0.1:20001"));
        assertThat(record.address("unheard-of")).isEmpty();
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        DataDirectory data = new DataDirectory(folder);

        new StackRecord(1, Map.of(), "").write(data);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.stackFile())))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileCutShortCountsAsNone() throws IOException {
        DataDirectory data = new DataDirectory(folder);
        Files.writeString(data.stackFile(), "{\"apiPort\": 1");

        assertThat(StackRecord.read(data)).isEmpty();
    }

    @Test
    void aDirectoryThatWasNeverUsedHasNone() {
        assertThat(StackRecord.read(new DataDirectory(folder.resolve("new")))).isEmpty();
    }
}
