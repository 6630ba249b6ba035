package io.anpip.media;

import com.github.kokorin.jaffree.ffmpeg.FFmpegProgress;
import com.github.kokorin.jaffree.ffmpeg.FFmpegResult;
import io.anpip.media.FfmpegOutcome.Completed;
import io.anpip.media.FfmpegOutcome.Failed;
import io.anpip.media.FfmpegOutcome.Interrupted;
import io.anpip.media.FfmpegOutcome.OverBudget;
import io.anpip.media.FfmpegOutcome.Stalled;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs FFmpeg commands: the one place that starts FFmpeg.
 *
 * <p><b>Threading.</b> {@link #run} blocks until the process has ended; call it on a bounded worker pool. One runner serves
 * any number of threads.
 *
 * <p><b>Failure.</b> Always a value. When {@code run} returns, the process and its children are gone. When this JVM dies,
 * FFmpeg dies with it where the machine allows ({@link ProcessPrefix}).
 *
 * <p><b>Containment.</b> FFmpeg gets no variable of this process that could be a secret, works in the scratch directory of
 * its task, and has limits of memory and file size ({@link FfmpegCommand.Room}). It opens what {@link MediaInput} names
 * and nothing else.
 *
 * <p><b>Tracing.</b> Each run is a span {@code ffmpeg} under the caller's current span.
 */
public final class FfmpegRunner {

    private static final Logger LOGGER = LoggerFactory.getLogger(FfmpegRunner.class);
    private static final Duration LONGEST_WATCH_INTERVAL = Duration.ofMillis(500);

    private final FfmpegInstallation installation;
    private final ProcessPrefix prefix;
    private final long memoryBytes;

    public FfmpegRunner(FfmpegInstallation installation) {
        this(installation, FfmpegConfig.MEMORY_BYTES);
    }

    /** @param memoryBytes the most memory of each run, where the machine allows to limit it */
    public FfmpegRunner(FfmpegInstallation installation, long memoryBytes) {
        this(installation, ProcessPrefix.ofThisMachine(), memoryBytes);
    }

    FfmpegRunner(FfmpegInstallation installation, ProcessPrefix prefix, long memoryBytes) {
        this.installation = installation;
        this.prefix = prefix;
        this.memoryBytes = memoryBytes;
    }

    public FfmpegInstallation installation() {
        return installation;
    }

    public FfmpegOutcome run(FfmpegCommand command, ProgressListener listener) {
        return run(command, listener, StdoutReader.ignoring());
    }

    /** Runs a command that writes to {@code pipe:1}. */
    public FfmpegOutcome run(FfmpegCommand command, ProgressListener listener, StdoutReader stdout) {
        Span span = GlobalOpenTelemetry.getTracer("io.anpip.media")
                .spanBuilder("ffmpeg")
                .setAttribute("process.executable.name", "ffmpeg")
                .startSpan();
        try {
            FfmpegOutcome outcome = supervise(command, listener, stdout);
            describe(span, outcome);
            return outcome;
        } finally {
            span.end();
        }
    }

    private FfmpegOutcome supervise(FfmpegCommand command, ProgressListener listener, StdoutReader stdout) {
        SignsOfLife life = new SignsOfLife();
        ResourceLimits limits = new ResourceLimits(
                memoryBytes, command.room().map(FfmpegCommand.Room::bytes).orElse(ResourceLimits.ANY_FILE));
        SupervisedFfmpeg ffmpeg = new SupervisedFfmpeg(
                prefix.commandFor(installation.ffmpeg(), limits, command.urgency()),
                command,
                stdout,
                reporting(listener, life),
                life::seen);
        long start = System.nanoTime();
        CompletableFuture<FFmpegResult> end = ffmpeg.executeAsync(FfmpegRunner::onThreadThatOutlivesTheProcess)
                .toCompletableFuture();
        try {
            Optional<FfmpegOutcome> killed = watch(command, ffmpeg, end, life, start);
            return killed.orElseGet(() -> ended(ffmpeg, Duration.ofNanos(System.nanoTime() - start)));
        } catch (ExecutionException e) {
            return failed(ffmpeg, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Interrupted();
        } finally {
            ffmpeg.kill();
        }
    }

    /** Returns empty when FFmpeg has ended well, and the reason to kill it otherwise. */
    private static Optional<FfmpegOutcome> watch(
            FfmpegCommand command,
            SupervisedFfmpeg ffmpeg,
            CompletableFuture<FFmpegResult> end,
            SignsOfLife life,
            long start)
            throws InterruptedException, ExecutionException {
        long interval = shortest(LONGEST_WATCH_INTERVAL, command.wallBudget(), command.stallBudget());
        while (true) {
            try {
                end.get(interval, TimeUnit.NANOSECONDS);
                return Optional.empty();
            } catch (TimeoutException e) {
                long now = System.nanoTime();
                if (now - start >= command.wallBudget().toNanos()) {
                    return Optional.of(new OverBudget(ffmpeg.lastLines()));
                } else if (now - life.last() >= command.stallBudget().toNanos()) {
                    return Optional.of(new Stalled(ffmpeg.lastLines()));
                }
            }
        }
    }

    /** FFmpeg takes an input that breaks off for one that ends there, and exits with 0: half a video, all well. */
    private static FfmpegOutcome ended(SupervisedFfmpeg ffmpeg, Duration wall) {
        return ffmpeg.machineTrouble()
                ? new Failed(0, ffmpeg.lastLines())
                : new Completed(wall, ffmpeg.lastLines(), ffmpeg.decoded());
    }

    private static FfmpegOutcome failed(SupervisedFfmpeg ffmpeg, ExecutionException e) {
        ffmpeg.kill();
        OptionalInt exitCode = ffmpeg.exitCode();
        if (exitCode.isEmpty()) {
            ffmpeg.note("[error] " + rootOf(e).getMessage());
        }
        return new Failed(exitCode.orElse(Failed.NOT_STARTED), ffmpeg.lastLines());
    }

    private static Consumer<FFmpegProgress> reporting(ProgressListener listener, SignsOfLife life) {
        return new Consumer<>() {
            private ProgressListener.Progress previous = new ProgressListener.Progress(0, Duration.ZERO, 0, 0);

            @Override
            public void accept(FFmpegProgress report) {
                ProgressListener.Progress progress = new ProgressListener.Progress(
                        Optional.ofNullable(report.getFrame()).orElse(0L),
                        Duration.ofNanos(1000
                                * Optional.ofNullable(report.getTimeMicros()).orElse(0L)),
                        Optional.ofNullable(report.getSize()).orElse(0L),
                        Optional.ofNullable(report.getSpeed()).orElse(0.0));
                // FFmpeg reports on a timer, stuck or not: only a change shows that it gets on.
                if (progress.frames() != previous.frames()
                        || !progress.outTime().equals(previous.outTime())
                        || progress.outputBytes() != previous.outputBytes()) {
                    life.seen();
                }
                previous = progress;
                try {
                    listener.onProgress(progress);
                } catch (RuntimeException e) {
                    LOGGER.warn("a progress listener failed; the run goes on", e);
                }
            }
        };
    }

    private static void describe(Span span, FfmpegOutcome outcome) {
        switch (outcome) {
            case Completed _ -> span.setAttribute("process.exit.code", 0);
            case Failed failed -> {
                span.setAttribute("process.exit.code", failed.exitCode());
                span.setStatus(
                        StatusCode.ERROR,
                        failed.lastLines().isEmpty() ? "" : failed.lastLines().getLast());
            }
            case Stalled _ -> span.setStatus(StatusCode.ERROR, "stalled");
            case OverBudget _ -> span.setStatus(StatusCode.ERROR, "over its time budget");
            case Interrupted _ -> span.setStatus(StatusCode.ERROR, "interrupted");
        }
    }

    private static void onThreadThatOutlivesTheProcess(Runnable run) {
        Thread.ofPlatform().daemon().name("ffmpeg-run").start(run);
    }

    private static long shortest(Duration... durations) {
        long shortest = Long.MAX_VALUE;
        for (Duration duration : durations) {
            shortest = Math.min(shortest, duration.toNanos());
        }
        return shortest;
    }

    private static Throwable rootOf(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** When the process last showed that it gets on. */
    private static final class SignsOfLife {
        private volatile long last = System.nanoTime();

        void seen() {
            last = System.nanoTime();
        }

        long last() {
            return last;
        }
    }
}
