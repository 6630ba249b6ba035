package io.anpip.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anpip.cli.data.DataDirectory;
import io.anpip.cli.failure.CommandFailed;
import io.anpip.cli.failure.Failure.PortTaken;
import io.anpip.cli.failure.Failure.RunsOnOtherPort;
import io.anpip.cli.terminal.Checklist;
import io.anpip.cli.terminal.Style;
import io.anpip.cli.terminal.Terminal;
import io.anpip.localstack.failure.LocalStackException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real servers, with services that only say that they are ready. */
class StackIT {
    private final Path folder;
    private final DataDirectory data;
    private final int port;

    /** A checkout with five services, and a port that is free. */
    StackIT(@TempDir Path folder) throws IOException {
        this.folder = folder;
        data = new DataDirectory(folder.resolve("data"));
        data.prepare(1);
        for (Service service : ServiceCatalogue.SERVICES) {
            writeJar(service.runnableJar(folder.resolve("checkout")));
        }
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        }
    }

    @AfterEach
    void stop() {
        RunningStack.stop(data);
    }

    @Test
    void comesUpHealsWhatDiedAndGoesDown() throws IOException {
        try (LeadStack stack = LeadStack.lead(request(Optional.of(port)))) {
            stack.bringUp(checklist());
            StackStatus up = StackInspection.of(data);
            assertThat(up.healthy()).isTrue();
            assertThat(up.parts()).hasSize(9);
            assertThat(up.api()).isEqualTo("http://127.0.0.1:" + port);
            assertThat(up.s3()).startsWith("http://127.0.0.1:");

            kill(up, ServiceCatalogue.THUMBNAILS);
            kill(up, "redis");
            assertThat(StackInspection.of(data).ailing())
                    .extracting(Part::name)
                    .containsExactlyInAnyOrder(ServiceCatalogue.THUMBNAILS, "redis");

            stack.bringUp(checklist());
            StackStatus healed = StackInspection.of(data);
            assertThat(healed.healthy()).isTrue();
            assertThat(pids(healed)).containsEntry(ServiceCatalogue.API, pids(up).get(ServiceCatalogue.API));
            assertThat(addresses(healed)).isEqualTo(addresses(up));

            assertThatThrownBy(() -> LeadStack.lead(request(Optional.of(port))))
                    .isInstanceOf(LocalStackException.class);
            stack.stop();
        }
        assertThat(StackInspection.of(data).isRunning()).isFalse();
    }

    @Test
    void theRunningApiKeepsItsPortAndATakenOneIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"));
                LeadStack stack = LeadStack.lead(request(Optional.of(taken.getLocalPort())))) {
            assertThatThrownBy(() -> stack.bringUp(checklist()))
                    .isInstanceOfSatisfying(
                            CommandFailed.class,
                            failed -> assertThat(failed.failure()).isEqualTo(new PortTaken(port)));
        }
        try (LeadStack stack = LeadStack.lead(request(Optional.of(port)))) {
            stack.bringUp(checklist());
        }
        try (LeadStack another = LeadStack.lead(request(Optional.of(port + 1)))) {
            assertThatThrownBy(() -> another.bringUp(checklist()))
                    .isInstanceOfSatisfying(
                            CommandFailed.class,
                            failed -> assertThat(failed.failure())
                                    .isEqualTo(new RunsOnOtherPort(data.root(), port, port + 1)));
        }
        try (LeadStack same = LeadStack.lead(request(Optional.empty()))) {
            same.bringUp(checklist());
            assertThat(StackInspection.of(data).api()).endsWith(":" + port);
        }
    }

    private StackRequest request(Optional<Integer> wanted) {
        return new StackRequest(data, folder.resolve("checkout"), wanted, Optional.empty(), 1, Duration.ofSeconds(60));
    }

    private static Checklist checklist() {
        return new Checklist(new Terminal(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                false,
                Style.PLAIN,
                80));
    }

    private static void kill(StackStatus stack, String name) {
        ProcessHandle process =
                ProcessHandle.of(Objects.requireNonNull(pids(stack).get(name))).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    private static Map<String, Long> pids(StackStatus stack) {
        return stack.parts().stream().collect(Collectors.toMap(Part::name, Part::pid));
    }

    private static Map<String, String> addresses(StackStatus stack) {
        return stack.parts().stream().collect(Collectors.toMap(Part::name, Part::address));
    }

    private static void writeJar(Path jar) throws IOException {
        Files.createDirectories(jar.getParent());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        String entry = FakeService.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream bytes = Objects.requireNonNull(
                        FakeService.class.getClassLoader().getResourceAsStream(entry))) {
            out.putNextEntry(new JarEntry(entry));
            bytes.transferTo(out);
        }
    }
}
