package io.anpip.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.anpip.localstack.failure.LocalStackException;
import io.anpip.localstack.failure.LocalStackFailure.DidNotStart;
import io.anpip.localstack.process.LocalProcess.Launch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalProcessIT {
    private static final List<String> SLEEPER = List.of("/bin/sleep", "600");

    private final Path data;
    private final ProcessDirectory directory;

    LocalProcessIT(@TempDir Path data) {
        this.data = data;
        this.directory = ProcessDirectory.in(data);
    }

    @AfterEach
    void stopAll() throws Exception {
        for (String name : directory.names()) {
            directory.stop(name);
        }
    }

    @Test
    void aRunningProcessOfTheSameSpecIsLeftAlone() throws Exception {
        // Given
        LocalProcess process = sleeper();
        assertThat(process.ensureRunning()).isEqualTo(Launch.STARTED);
        ProcessIdentity first = process.running().orElseThrow();

        // When
        Launch again = sleeper().ensureRunning();

        // Then
        assertThat(again).isEqualTo(Launch.ADOPTED);
        assertThat(sleeper().running()).contains(first);
    }

    @Test
    void aProcessOfAnotherSpecIsReplaced() throws Exception {
        // Given
        sleeper().ensureRunning();
        ProcessIdentity first = sleeper().running().orElseThrow();
        ProcessSpec changed = sleeper().spec().withEnvironment(Map.of("PORT", "1"));

        // When
        Launch launch = new LocalProcess(directory, changed).ensureRunning();

        // Then
        assertThat(launch).isEqualTo(Launch.STARTED);
        assertThat(first.isAlive()).isFalse();
        assertThat(sleeper().isAlive()).isTrue();
        assertThat(sleeper().isAliveAsSpecified()).isFalse();
    }

    @Test
    void aProcessThatIgnoresThePoliteSignalIsKilledAfterItsGrace() throws Exception {
        // Given
        ProcessSpec stubborn = ProcessSpec.of(
                        "stubborn",
                        List.of("/bin/sh", "-c", "trap '' TERM; echo ready; while :; do sleep 1; done"),
                        data)
                .stoppedBy(StopSignal.TERMINATE, Duration.ofMillis(300));
        LocalProcess process = new LocalProcess(directory, stubborn);
        process.ensureRunning();
        await().until(() -> directory.lastLogLines("stubborn", 1).contains("ready"));
        ProcessIdentity identity = process.running().orElseThrow();

        // When
        boolean wasRunning = process.stop();

        // Then
        assertThat(wasRunning).isTrue();
        assertThat(identity.isAlive()).isFalse();
    }

    @Test
    void aProcessThatEndsWhileStartingSaysItsLastWords() throws Exception {
        // Given
        LocalProcess process = new LocalProcess(
                directory, ProcessSpec.of("broken", List.of("/bin/sh", "-c", "echo cannot find it; exit 3"), data));
        process.ensureRunning();

        // When
        var failure = assertThatExceptionOfType(LocalStackException.class)
                .isThrownBy(() -> process.awaitReady(_ -> false, Duration.ofSeconds(30)));

        // Then
        failure.satisfies(thrown -> assertThat(thrown.failure())
                .isInstanceOfSatisfying(
                        DidNotStart.class,
                        ended -> assertThat(ended.lastLines()).containsExactly("cannot find it")));
    }

    @Test
    void aRecycledPidIsNotMistakenForTheProcess() throws Exception {
        // Given
        ProcessIdentity formerOwner =
                new ProcessIdentity(ProcessHandle.current().pid(), "another time");
        Files.createDirectories(directory.pids());
        new ProcessRecord(formerOwner, "", StopSignal.TERMINATE, Duration.ofSeconds(1))
                .write(directory.pidFile("sleeper"));

        // When
        boolean alive = sleeper().isAlive();

        // Then
        assertThat(alive).isFalse();
        assertThat(directory.stop("sleeper")).isFalse();
    }

    @Test
    void aProcessWhoseStarterDiedBeforeNotingItIsFoundByWhatItWroteItself() throws Exception {
        // Given
        sleeper().ensureRunning();
        ProcessIdentity orphan = sleeper().running().orElseThrow();
        await().until(() -> Files.exists(directory.selfWrittenPid("sleeper")));
        Files.delete(directory.pidFile("sleeper"));
        assertThat(sleeper().running()).contains(orphan);

        // When
        Launch launch = sleeper().ensureRunning();

        // Then
        assertThat(launch).isEqualTo(Launch.STARTED);
        assertThat(orphan.isAlive()).isFalse();
    }

    @Test
    void configurationIsWrittenForTheOwnerAloneAndItsChangeRestarts() throws Exception {
        // Given
        Path file = data.resolve("run/server.conf");
        new LocalProcess(directory, sleeper().spec().withConfigurationFiles(Map.of(file, "a=1"))).ensureRunning();
        LocalProcess changed =
                new LocalProcess(directory, sleeper().spec().withConfigurationFiles(Map.of(file, "a=2")));

        // When
        Launch launch = changed.ensureRunning();

        // Then
        assertThat(launch).isEqualTo(Launch.STARTED);
        assertThat(file).hasContent("a=2");
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }

    private LocalProcess sleeper() {
        return new LocalProcess(directory, ProcessSpec.of("sleeper", SLEEPER, data));
    }
}
