package io.anpip.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.anpip.media.FfmpegOutcome.Failed;
import io.anpip.media.ScratchSpace.Reservation.Granted;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** FFmpeg gets no secret, works in its scratch directory, and has no more memory and disk than it was given. */
@Timeout(60)
class FfmpegContainmentIT {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String SECRET = "planted-secret-4711";

    private final Path directory;

    FfmpegContainmentIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void noVariableOfTheWorkerReachesItAndItWorksInItsScratchDirectory() throws IOException {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "reads /proc");
        ProcessBuilder starting = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Danpip.ffmpeg.directory="
                                + SampleMedia.ffmpeg().ffmpeg().getParent(),
                        Worker.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        starting.environment().put("ANPIP_S3_SECRET_KEY", SECRET);
        starting.environment().put("HOME", "/home/" + SECRET);
        Process worker = starting.start();
        try (BufferedReader stdout = worker.inputReader()) {
            assertThat(stdout.lines().anyMatch("running"::equals)).isTrue();
            ProcessHandle ffmpeg = worker.descendants()
                    .filter(child -> command(child).endsWith("ffmpeg"))
                    .findFirst()
                    .orElseThrow();
            Path process = Path.of("/proc", Long.toString(ffmpeg.pid()));

            assertThat(environment(worker.toHandle())).as("the worker's").anyMatch(line -> line.contains(SECRET));
            assertThat(environment(ffmpeg)).as("FFmpeg's").noneMatch(line -> line.contains(SECRET));
            assertThat(environment(ffmpeg)).allMatch(line -> line.matches("(?:PATH|LD_LIBRARY_PATH|TMPDIR)=.*"));
            assertThat(process.resolve("cwd").toRealPath().toString())
                    .startsWith(directory.toRealPath().toString())
                    .contains("/task-");
            if (ProcessPrefix.ofThisMachine().prlimit().isPresent()) {
                assertThat(Files.readString(process.resolve("limits")))
                        .containsPattern("Max file size +5000000 ")
                        .containsPattern("Max data size +" + FfmpegConfig.MEMORY_BYTES + " ")
                        .containsPattern("Max core file size +0 ");
            }
        } finally {
            worker.descendants().forEach(ProcessHandle::destroyForcibly);
            worker.destroyForcibly();
        }
    }

    /** A worker process for the test above: runs FFmpeg within a scratch directory until it is killed. */
    static final class Worker {
        private Worker() {}

        public static void main(String[] arguments) throws IOException {
            List<String> endless = new ArrayList<>(List.of("-re"));
            endless.addAll(SampleMedia.pictures(3600, 25));
            endless.addAll(List.of("-f", "null", "-"));
            try (ScratchSpace scratch = ScratchSpace.open(Path.of(arguments[0]), 0)) {
                Granted granted = (Granted) scratch.reserve(5_000_000);
                new FfmpegRunner(SampleMedia.ffmpeg())
                        .run(
                                new FfmpegCommand(endless, MINUTE).within(granted.directory()),
                                _ -> System.out.println("running"));
            }
        }
    }

    @Test
    void whatWritesMoreThanWasReservedIsEndedAndTheDiskDoesNotFill() throws IOException {
        assumeTrue(ProcessPrefix.ofThisMachine().prlimit().isPresent(), "needs prlimit of util-linux");
        try (ScratchSpace scratch = ScratchSpace.open(directory, 0)) {
            Granted granted = (Granted) scratch.reserve(100_000);
            List<String> arguments = new ArrayList<>(SampleMedia.pictures(20, 25));
            arguments.addAll(List.of("-c:v", "rawvideo", "-f", "avi", "out.avi"));

            FfmpegOutcome outcome = new FfmpegRunner(SampleMedia.ffmpeg())
                    .run(new FfmpegCommand(arguments, MINUTE).within(granted.directory()), _ -> {});

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Failed.class,
                            failed -> assertThat(failed.beyondItsRoom()).isTrue());
            assertThat(FfmpegVerdict.of(outcome))
                    .isInstanceOfSatisfying(
                            FfmpegVerdict.Suspect.class,
                            suspect ->
                                    assertThat(suspect.reason()).isEqualTo("it wrote more than was reserved for it"));
            assertThat(granted.directory().file("out.avi"))
                    .satisfies(file -> assertThat(Files.size(file)).isBetween(1L, 100_000L));
        }
    }

    @Test
    void aScratchDirectoryWithARelativeNameIsTheSameWhereFfmpegWorks() throws IOException {
        Path relative = Path.of("").toAbsolutePath().relativize(directory.toAbsolutePath());
        try (ScratchSpace scratch = ScratchSpace.open(relative, 0)) {
            Granted granted = (Granted) scratch.reserve(1_000_000);
            Path picture = granted.directory().file("picture.png");
            List<String> arguments = new ArrayList<>(SampleMedia.pictures(1, 1));
            arguments.addAll(List.of("-frames:v", "1", "-update", "1", picture.toString()));

            FfmpegOutcome outcome = new FfmpegRunner(SampleMedia.ffmpeg())
                    .run(new FfmpegCommand(arguments, MINUTE).within(granted.directory()), _ -> {});

            assertThat(outcome).isInstanceOf(FfmpegOutcome.Completed.class);
            assertThat(picture).isNotEmptyFile();
        }
    }

    @Test
    void whatWantsMoreMemoryThanItMayHaveFailsAlone() {
        assumeTrue(ProcessPrefix.ofThisMachine().prlimit().isPresent(), "needs prlimit of util-linux");
        List<String> arguments = new ArrayList<>(SampleMedia.pictures(1, 25));
        arguments.addAll(List.of("-vf", "scale=7680:4320", "-c:v", "libx264", "-f", "null", "-"));

        FfmpegOutcome outcome =
                new FfmpegRunner(SampleMedia.ffmpeg(), 200L << 20).run(new FfmpegCommand(arguments, MINUTE), _ -> {});

        assertThat(FfmpegVerdict.of(outcome))
                .isInstanceOfSatisfying(
                        FfmpegVerdict.Suspect.class,
                        suspect -> assertThat(suspect.reason()).isEqualTo("it needed more memory than it may have"));
    }

    private static String command(ProcessHandle process) {
        return process.info().command().orElse("");
    }

    private static List<String> environment(ProcessHandle process) throws IOException {
        byte[] block = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "environ"));
        return Stream.of(new String(block, StandardCharsets.UTF_8).split("\0"))
                .filter(line -> !line.isBlank())
                .toList();
    }
}
