package io.anpip.upload.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.anpip.schemas.UploadFinalized;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/uploads.md, run as they stand there. */
@QuarkusTest
@WithTestResource(value = LocalServers.class, scope = TestResourceScope.GLOBAL)
@SuppressWarnings("NullAway.Init")
class UploadsPageIT {

    private static final Path PAGE = Path.of("..", "docs", "uploads.md");
    private static final Pattern EXAMPLE = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    @TestHTTPResource("/")
    URI base;

    @TempDir
    Path folder;

    @Test
    void theExamplesDoWhatThePageSays() throws IOException, InterruptedException {
        List<String> examples = EXAMPLE.matcher(Files.readString(PAGE))
                .results()
                .map(MatchResult::group)
                .map(block -> block.replace("```sh\n", "").replace("```", ""))
                .toList();
        assertThat(examples).hasSize(4);
        byte[] bytes = Bytes.random(3_000_000);
        Path file = Files.write(folder.resolve("clip.mp4"), bytes);

        for (String example : examples) {
            String id = videoOf(run(example, file));
            assertThat(StoredFile.of(id)).as(example).isEqualTo(bytes);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(UploadEvents.of(id))
                            .as(example)
                            .hasAtLeastOneElementOfType(UploadFinalized.class));
        }
    }

    private String run(String example, Path file) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", example);
        shell.environment().put("API", base.toString().replaceAll("/$", ""));
        shell.environment().put("FILE", file.toString());
        Process process = shell.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(example + output).isZero();
        return output;
    }

    private static String videoOf(String output) {
        String[] lines = output.strip().split("\n");
        String last = lines[lines.length - 1];
        return last.substring(last.lastIndexOf('/') + 1);
    }
}
