package io.anpip.cli.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anpip.cli.api.ApiClient;
import io.anpip.cli.data.DataDirectory;
import io.anpip.cli.failure.CommandFailed;
import io.anpip.cli.terminal.Style;
import io.anpip.cli.terminal.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileUploadTest {
    private static final Terminal SILENT = new Terminal(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), false, Style.PLAIN, 80);

    private final Path folder;
    private final FaultyApi api;
    private final LocalFile file;

    /** A file of three chunks. */
    FileUploadTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        api = new FaultyApi(10, 3);
        file = LocalFile.at(Files.writeString(folder.resolve("clip.mp4"), "0123456789abcdefghijKLMNO"));
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void everyChunkIsStoredAndTheVideoAskedFor() {
        assertThat(upload().run(file, Optional.of("Title"), Optional.of("quality")))
                .isEqualTo(FaultyApi.UPLOAD_ID);

        assertThat(api.announced.path("title").asText()).isEqualTo("Title");
        assertThat(api.announced.path("profile").asText()).isEqualTo("quality");
        assertThat(FaultyApi.text(api.stored(1))).isEqualTo("0123456789");
        assertThat(FaultyApi.text(api.stored(2))).isEqualTo("abcdefghij");
        assertThat(FaultyApi.text(api.stored(3))).isEqualTo("KLMNO");
        assertThat(api.puts).hasValue(3);
        assertThat(api.finalizations).hasValue(1);
    }

    @Test
    void aRefusedSignatureIsAskedForAnew() {
        api.fail(2, 403, 403);

        upload().run(file, Optional.empty(), Optional.empty());

        assertThat(FaultyApi.text(api.stored(2))).isEqualTo("abcdefghij");
        assertThat(api.signatures).hasValue(5);
    }

    @Test
    void aStoreThatStumblesAndAConnectionThatIsCutAreTriedAgain() {
        api.fail(1, 503, FaultyApi.CUT, 500);
        api.fail(3, FaultyApi.CUT);

        upload().run(file, Optional.empty(), Optional.empty());

        assertThat(FaultyApi.text(api.stored(1))).isEqualTo("0123456789");
        assertThat(FaultyApi.text(api.stored(3))).isEqualTo("KLMNO");
    }

    @Test
    void aChunkThatNeverGoesIsAFailureThatSaysHowToGoOn() {
        api.fail(2, 500, 500, 500, 500);

        assertThatThrownBy(() -> upload().run(file, Optional.empty(), Optional.empty()))
                .isInstanceOf(CommandFailed.class)
                .hasMessage(
                        "Chunk 2 could not be stored in 4 attempts: The store answered 500. Run the same command again"
                                + " to resume.");
        assertThat(api.finalizations).hasValue(0);
    }

    @Test
    void theSameCommandAgainSendsOnlyWhatIsMissing() {
        api.fail(3, 500, 500, 500, 500);
        assertThatThrownBy(() -> upload().run(file, Optional.empty(), Optional.empty()))
                .isInstanceOf(CommandFailed.class);
        int before = api.puts.get();

        upload().run(file, Optional.empty(), Optional.empty());

        assertThat(api.announcements).hasValue(1);
        assertThat(api.puts.get() - before).isLessThanOrEqualTo(2);
        assertThat(FaultyApi.text(api.stored(3))).isEqualTo("KLMNO");
        assertThat(api.finalizations).hasValue(1);
    }

    @Test
    void aFinishedUploadIsNotResumedButBegunAnew() {
        upload().run(file, Optional.empty(), Optional.empty());
        upload().run(file, Optional.empty(), Optional.empty());

        assertThat(api.announcements).hasValue(2);
    }

    @Test
    void aFileThatChangedMeanwhileIsAnotherUpload() throws IOException {
        api.fail(3, 500, 500, 500, 500);
        assertThatThrownBy(() -> upload().run(file, Optional.empty(), Optional.empty()))
                .isInstanceOf(CommandFailed.class);

        LocalFile changed = LocalFile.at(Files.writeString(file.path(), "0123456789abcdefghijKLMN"));
        upload().run(changed, Optional.empty(), Optional.empty());

        assertThat(api.announcements).hasValue(2);
    }

    private FileUpload upload() {
        HttpClient http = ApiClient.httpClient();
        return new FileUpload(
                http,
                new ApiClient(http, api.address()),
                new UploadLedger(new DataDirectory(folder.resolve("data"))),
                SILENT,
                new RetrySchedule(4, Duration.ofMillis(1), Duration.ofMillis(5)));
    }
}
