package io.anpip.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.anpip.media.FfmpegOutcome.Completed;
import io.anpip.media.FfmpegOutcome.Failed;
import io.anpip.media.FfmpegOutcome.Interrupted;
import io.anpip.media.FfmpegOutcome.OverBudget;
import io.anpip.media.FfmpegOutcome.Stalled;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FfmpegRunnerIT {

    @RegisterExtension
    static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final FfmpegRunner runner = new FfmpegRunner(SampleMedia.ffmpeg());
    private final Path directory;

    FfmpegRunnerIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void completesAndReportsProgress() {
        Path file = directory.resolve("out.mp4");
        Queue<ProgressListener.Progress> reports = new ConcurrentLinkedQueue<>();

        FfmpegOutcome outcome = runner.run(
                command(SampleMedia.picturesAndTone(4, 25), List.of("-c:v", "libx264", "-c:a", "aac", "file:" + file)),
                reports::add);

        assertThat(outcome).isInstanceOfSatisfying(Completed.class, completed -> {
            assertThat(completed.wall()).isPositive();
            assertThat(completed.lastLines()).isNotEmpty();
        });
        assertThat(file).isNotEmptyFile();
        assertThat(new ArrayList<>(reports).getLast()).satisfies(last -> {
            assertThat(last.frames()).isEqualTo(100);
            assertThat(last.outTime()).isBetween(Duration.ofMillis(3800), Duration.ofMillis(4200));
            assertThat(last.outputBytes()).isPositive();
        });
    }

    @Test
    void aListenerThatFailsDoesNotStopTheRun() {
        FfmpegOutcome outcome = runner.run(command(SampleMedia.pictures(1, 25), List.of("-f", "null", "-")), _ -> {
            throw new IllegalStateException("listener");
        });
        assertThat(outcome).isInstanceOf(Completed.class);
    }

    @Test
    void aFailureSaysWhy() {
        FfmpegOutcome outcome =
                runner.run(command(List.of("-i", "file:" + directory.resolve("none.mp4"), "-f", "null", "-")), _ -> {});

        assertThat(outcome).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.exitCode()).isNotZero();
            assertThat(failed.bySignal()).isFalse();
            assertThat(failed.lastLines()).anyMatch(line -> line.contains("No such file or directory"));
        });
    }

    @Test
    void aWrongOptionFailsAtOnceThoughNoProgressIsEverReported() {
        long start = System.nanoTime();
        FfmpegOutcome outcome = runner.run(command(List.of("-no_such_option", "1", "-i", "x", "y")), _ -> {});

        assertThat(outcome).isInstanceOf(Failed.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aMissingProgramIsAFailureToo() {
        FfmpegInstallation gone = new FfmpegInstallation(
                directory.resolve("ffmpeg"),
                directory.resolve("ffprobe"),
                "8",
                FfmpegInstallation.Source.SETTING,
                Set.of());

        assertThat(new FfmpegRunner(gone, ProcessPrefix.none(), FfmpegConfig.MEMORY_BYTES)
                        .run(command(List.of("-version")), _ -> {}))
                .isInstanceOfSatisfying(Failed.class, failed -> {
                    assertThat(failed.exitCode()).isEqualTo(Failed.NOT_STARTED);
                    assertThat(failed.lastLines()).isNotEmpty();
                });
    }

    @Test
    void anInputThatNeverAnswersIsAStall() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + silent.getLocalPort() + "/";
            FfmpegCommand command = new FfmpegCommand(
                    List.of("-f", "mov", "-i", url, "-f", "null", "-"), MINUTE, Duration.ofSeconds(1));

            assertThat(runner.run(command, _ -> {})).isInstanceOf(Stalled.class);
        }
        assertNothingRuns();
    }

    @Test
    void aRunThatTakesTooLongIsKilled() {
        FfmpegCommand command = new FfmpegCommand(endless(), Duration.ofSeconds(1), MINUTE);

        assertThat(runner.run(command, _ -> {})).isInstanceOf(OverBudget.class);
        assertNothingRuns();
    }

    @Test
    void childrenOfAWrapperScriptAreKilledToo() throws IOException {
        Path wrapper = directory.resolve("ffmpeg");
        Files.writeString(wrapper, "#!/bin/sh\n" + SampleMedia.ffmpeg().ffmpeg() + " \"$@\"\nexit $?\n");
        assertThat(wrapper.toFile().setExecutable(true)).isTrue();
        FfmpegInstallation wrapped = new FfmpegInstallation(
                wrapper, directory.resolve("ffprobe"), "8", FfmpegInstallation.Source.SETTING, Set.of());

        assertThat(new FfmpegRunner(wrapped).run(new FfmpegCommand(endless(), Duration.ofSeconds(1)), _ -> {}))
                .isInstanceOf(OverBudget.class);
        assertNothingRuns();
    }

    @Test
    void anInterruptedThreadLeavesNoProcess() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CompletableFuture<FfmpegOutcome> outcome = new CompletableFuture<>();
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        Thread worker = Thread.ofPlatform().start(() -> {
            outcome.complete(runner.run(new FfmpegCommand(endless(), MINUTE), _ -> running.countDown()));
            flag.complete(Thread.currentThread().isInterrupted());
        });
        assertThat(running.await(20, TimeUnit.SECONDS)).isTrue();

        worker.interrupt();

        assertThat(outcome.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(new Interrupted());
        assertThat(flag.orTimeout(20, TimeUnit.SECONDS).join()).isTrue();
        assertNothingRuns();
    }

    @Test
    void anInputThatBreaksOffIsNoSuccessThoughFfmpegSaysSo() throws IOException {
        Path whole = SampleMedia.make(
                directory.resolve("whole.ts"), SampleMedia.pictures(4, 25), List.of("-c:v", "libx264"));
        byte[] content = Files.readAllBytes(whole);
        try (LoopbackServer store = new LoopbackServer(exchange -> {
            // Promises all, delivers half.
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content, 0, content.length / 2);
            exchange.close();
        })) {
            List<String> input = MediaInput.http(store.uri("/source"), ContainerFormat.MPEG_TS)
                    .arguments();
            FfmpegOutcome outcome = runner.run(command(input, List.of("-f", "null", "-")), _ -> {});

            assertThat(outcome).isInstanceOf(Failed.class);
            assertThat(FfmpegVerdict.of(outcome)).isInstanceOf(FfmpegVerdict.NotItsFault.class);
        }
    }

    @Test
    void rawFramesComeThroughStandardOutput() {
        List<Integer> frameSizes = new ArrayList<>();
        FfmpegOutcome outcome = runner.run(
                command(
                        SampleMedia.pictures(2, 5),
                        List.of("-vf", "scale=16:12,format=gray", "-f", "rawvideo", "pipe:1")),
                _ -> {},
                stdout -> {
                    byte[] frame = stdout.readNBytes(16 * 12);
                    while (frame.length > 0) {
                        frameSizes.add(frame.length);
                        frame = stdout.readNBytes(16 * 12);
                    }
                });

        assertThat(outcome).isInstanceOf(Completed.class);
        assertThat(frameSizes).hasSize(10).containsOnly(16 * 12);
    }

    @Test
    void aReaderMayStopEarlyAndMayFail() {
        List<String> arguments = new ArrayList<>(SampleMedia.pictures(4, 25));
        arguments.addAll(List.of("-f", "rawvideo", "pipe:1"));
        FfmpegCommand command = new FfmpegCommand(arguments, MINUTE);

        assertThat(runner.run(command, _ -> {}, stdout -> stdout.readNBytes(10)))
                .isInstanceOf(Completed.class);
        assertThat(runner.run(command, _ -> {}, _ -> {
                    throw new IOException("reader gave up");
                }))
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> assertThat(failed.lastLines()).anyMatch(line -> line.contains("reader gave up")));
        assertNothingRuns();
    }

    @Test
    void measurementsGoToAFileWhoseNameNeedsQuoting() throws IOException {
        Path odd = Files.createDirectory(directory.resolve("it's [a]:b,c;d"));
        Path scores = odd.resolve("scores.txt");
        String graph = "color=black:size=64x64:rate=10:duration=1[a];testsrc=size=64x64:rate=10:duration=1[b];"
                + "[a][b]concat,scdet=threshold=5,metadata=mode=print:key=lavfi.scd.time:file="
                + FfmpegCommand.filterValue(scores);

        FfmpegOutcome outcome =
                runner.run(command(List.of("-filter_complex", graph, "-an", "-f", "null", "-")), _ -> {});

        assertThat(outcome).isInstanceOf(Completed.class);
        assertThat(scores).content().contains("lavfi.scd.time=1");
    }

    @Test
    void eachRunIsASpanUnderTheCaller() {
        TELEMETRY.clearSpans();
        Span caller = TELEMETRY
                .getOpenTelemetry()
                .getTracer("test")
                .spanBuilder("caller")
                .startSpan();
        try (Scope _ = caller.makeCurrent()) {
            runner.run(command(SampleMedia.pictures(1, 5), List.of("-f", "null", "-")), _ -> {});
            runner.run(command(List.of("-i", "file:" + directory.resolve("none"), "-f", "null", "-")), _ -> {});
        } finally {
            caller.end();
        }

        List<SpanData> runs = TELEMETRY.getSpans().stream()
                .filter(span -> span.getName().equals("ffmpeg"))
                .toList();
        assertThat(runs).hasSize(2).allSatisfy(span -> {
            assertThat(span.getParentSpanId()).isEqualTo(caller.getSpanContext().getSpanId());
            assertThat(span.getAttributes().get(AttributeKey.stringKey("process.executable.name")))
                    .isEqualTo("ffmpeg");
        });
        AttributeKey<Long> exitCode = AttributeKey.longKey("process.exit.code");
        assertThat(runs.get(0).getAttributes().get(exitCode)).isZero();
        assertThat(runs.get(1).getAttributes().get(exitCode)).isNotZero();
        assertThat(runs.get(1).getStatus().getStatusCode())
                .isEqualTo(StatusData.error().getStatusCode());
    }

    @Test
    void ffmpegDiesWithTheProcessThatStartedIt() throws IOException {
        org.junit.jupiter.api.Assumptions.assumeTrue(
                ProcessPrefix.ofThisMachine().setpriv().isPresent(), "needs setpriv of util-linux");
        Process worker = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Danpip.ffmpeg.directory="
                                + runner.installation().ffmpeg().getParent(),
                        EndlessRun.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader stdout = worker.inputReader()) {
            assertThat(stdout.lines().anyMatch("running"::equals)).isTrue();
            List<ProcessHandle> children = worker.descendants().toList();
            assertThat(children).isNotEmpty();

            worker.destroyForcibly();

            for (ProcessHandle child : children) {
                assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(10));
            }
        } finally {
            worker.descendants().forEach(ProcessHandle::destroyForcibly);
            worker.destroyForcibly();
        }
    }

    /** A worker process for the test above: runs FFmpeg until it is killed. */
    static final class EndlessRun {
        private EndlessRun() {}

        public static void main(String[] arguments) {
            new FfmpegRunner(SampleMedia.ffmpeg())
                    .run(new FfmpegCommand(endless(), MINUTE), _ -> System.out.println("running"));
        }
    }

    private static List<String> endless() {
        List<String> arguments = new ArrayList<>(List.of("-re"));
        arguments.addAll(SampleMedia.pictures(3600, 25));
        arguments.addAll(List.of("-f", "null", "-"));
        return arguments;
    }

    @SafeVarargs
    private static FfmpegCommand command(List<String>... parts) {
        List<String> arguments = new ArrayList<>();
        for (List<String> part : parts) {
            arguments.addAll(part);
        }
        return new FfmpegCommand(arguments, MINUTE);
    }

    private static void assertNothingRuns() {
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
                .isEmpty();
    }
}
