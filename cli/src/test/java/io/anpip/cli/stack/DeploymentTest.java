package io.anpip.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anpip.cli.data.DataDirectory;
import io.anpip.cli.failure.CommandFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentTest {
    private static final Service SERVICE = new Service("upload-api", 1, 1);

    private final Path checkout;
    private final DataDirectory data;

    DeploymentTest(@TempDir Path folder) {
        this.checkout = folder.resolve("checkout");
        this.data = new DataDirectory(folder.resolve("data"));
    }

    @Test
    void aNewBuildDoesNotTouchTheOneThatRuns() throws IOException {
        build("one");
        Deployment running = Deployment.of(SERVICE, checkout, data);

        build("two");

        assertThat(running.runnableJar()).hasContent("one");
        assertThat(Deployment.of(SERVICE, checkout, data).runnableJar()).hasContent("two");
    }

    @Test
    void theSameBuildAgainIsTheSameDeployment() throws IOException {
        build("one");
        Path first = Deployment.of(SERVICE, checkout, data).runnableJar();

        build("one");

        assertThat(Deployment.of(SERVICE, checkout, data).runnableJar()).isEqualTo(first);
    }

    @Test
    void olderBuildsAreRemovedWhenTheyDoNotRunAnyMore() throws IOException {
        build("one");
        Path first = Deployment.of(SERVICE, checkout, data).runnableJar();
        build("two");
        Deployment second = Deployment.of(SERVICE, checkout, data);

        second.removeOthers();

        assertThat(first).doesNotExist();
        assertThat(second.runnableJar()).exists();
        assertThat(second.runnableJar().resolveSibling("lib/main/library-1.0.jar"))
                .hasContent("library");
    }

    @Test
    void whatWasNotBuiltIsSaid() {
        assertThatThrownBy(() -> Deployment.of(SERVICE, checkout, data))
                .isInstanceOf(CommandFailed.class)
                .hasMessageStartingWith("upload-api is not built");
    }

    private void build(String content) throws IOException {
        Path folder = SERVICE.folder(checkout);
        Files.createDirectories(folder.resolve("lib/main"));
        Files.deleteIfExists(SERVICE.runnableJar(checkout));
        Files.writeString(SERVICE.runnableJar(checkout), content);
        Files.writeString(folder.resolve("lib/main/library-1.0.jar"), "library");
    }
}
