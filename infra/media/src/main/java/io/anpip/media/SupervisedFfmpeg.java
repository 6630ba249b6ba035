package io.anpip.media;

import com.github.kokorin.jaffree.JaffreeException;
import com.github.kokorin.jaffree.LogLevel;
import com.github.kokorin.jaffree.ffmpeg.FFmpeg;
import com.github.kokorin.jaffree.ffmpeg.FFmpegProgress;
import com.github.kokorin.jaffree.ffmpeg.FFmpegProgressReader;
import com.github.kokorin.jaffree.ffmpeg.FFmpegResult;
import com.github.kokorin.jaffree.ffmpeg.OutputListener;
import com.github.kokorin.jaffree.log.LogMessage;
import com.github.kokorin.jaffree.net.NegotiatingTcpServer;
import com.github.kokorin.jaffree.process.ProcessHandler;
import com.github.kokorin.jaffree.process.ProcessHelper;
import com.github.kokorin.jaffree.process.StdReader;
import com.github.kokorin.jaffree.process.Stopper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of Jaffree's FFmpeg, with five of its parts exchanged.
 *
 * <ul>
 *   <li>The process gets no credentials, works in the directory of its task and has limits ({@link SandboxedProcess},
 *       {@link ProcessPrefix}). Jaffree's own inherits all from the worker.
 *   <li>Stop kills the process and its children. Jaffree's own writes "q" to standard input, which {@code -nostdin}
 *       ignores, and which a process that hangs never reads.
 *   <li>Standard error is kept in bounded memory. Jaffree's own keeps every error line and joins lines without a level.
 *   <li>Standard output goes to the caller as bytes. Jaffree's own logs it as text.
 *   <li>The progress socket closes when the process ends. Jaffree's own waits ten seconds for a connection from a process
 *       that ended before it made one.
 * </ul>
 */
final class SupervisedFfmpeg extends FFmpeg {

    private static final Logger LOGGER = LoggerFactory.getLogger(SupervisedFfmpeg.class);

    /** After the process has ended, its pipes are read to their end; only a stuck reader takes longer. */
    private static final int READERS_TIMEOUT_MILLIS = 60_000;

    private static final int DEATH_TIMEOUT_SECONDS = 10;

    private static final FFmpegResult NO_STATISTICS = new FFmpegResult(null, null, null, null, null, null);

    private final List<String> program;
    private final Optional<Path> directory;
    private final StdoutReader stdout;
    private final Consumer<FFmpegProgress> progress;
    private final Runnable onSignOfLife;
    private final LogLines log = new LogLines();

    private @Nullable Process process;
    private boolean killed;
    private volatile @Nullable ProgressSocket progressSocket;

    SupervisedFfmpeg(
            List<String> program,
            FfmpegCommand command,
            StdoutReader stdout,
            Consumer<FFmpegProgress> progress,
            Runnable onSignOfLife) {
        super(Path.of(program.getFirst()));
        this.program = program;
        this.directory = command.room().map(FfmpegCommand.Room::directory);
        this.stdout = stdout;
        this.progress = progress;
        this.onSignOfLife = onSignOfLife;
        // "verbose" tells at the end how many packets were decoded.
        setLogLevel(LogLevel.VERBOSE);
        setOverwriteOutput(true);
        // Damaged packets are counted by their lines, so FFmpeg must not fold them.
        addArgument("-loglevel").addArgument("+repeat");
        addArgument("-hide_banner").addArgument("-nostdin").addArgument("-nostats");
        // How much may fail is for the caller to judge, by what was decoded.
        addArgument("-max_error_rate").addArgument("1");
        command.arguments().forEach(this::addArgument);
    }

    List<String> lastLines() {
        return log.last();
    }

    DecodedPackets decoded() {
        return log.decoded();
    }

    boolean machineTrouble() {
        return log.machineTrouble();
    }

    void note(String line) {
        log.add(line);
    }

    /** Empty while the process runs, and where it never started. */
    synchronized OptionalInt exitCode() {
        return process == null || process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    /** Kills the process and all its children, also one that is only about to start, and waits until it is gone. */
    void kill() {
        Process running;
        synchronized (this) {
            killed = true;
            running = process;
        }
        if (running != null) {
            killTree(running);
            try {
                running.onExit()
                        .orTimeout(DEATH_TIMEOUT_SECONDS, TimeUnit.SECONDS)
                        .join();
            } catch (CompletionException e) {
                LOGGER.error("FFmpeg process {} is still there {} s after kill", running.pid(), DEATH_TIMEOUT_SECONDS);
            }
        }
    }

    private synchronized void started(Process started) {
        process = started;
        ProgressSocket socket = progressSocket;
        if (socket != null) {
            var unused = started.onExit().thenRun(socket::close);
        }
        if (killed) {
            killTree(started);
        }
    }

    private static void killTree(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        // By its handle: Process.destroyForcibly would also close the pipes, and lose the last lines in them.
        process.toHandle().destroyForcibly();
    }

    /** The whole command line; the program's name and what stands before it come first. */
    List<String> commandLine() {
        List<String> command = new ArrayList<>(program);
        command.addAll(buildArguments());
        return List.copyOf(command);
    }

    @Override
    protected ProcessHandler<FFmpegResult> createProcessHandler() {
        // First, because it adds its address to the arguments.
        ProcessHelper socket = createProgressHelper(ignored -> {});
        ProcessHandler<FFmpegResult> process = new SandboxedProcess(commandLine(), directory, this::started);
        process.setStdErrReader(createStdErrReader(ignored -> {}));
        process.setStdOutReader(createStdOutReader());
        process.setHelpers(List.of(socket));
        process.setExecutorTimeoutMillis(READERS_TIMEOUT_MILLIS);
        return process;
    }

    @Override
    protected Stopper createStopper() {
        return new Stopper() {
            @Override
            public void graceStop() {
                kill();
            }

            @Override
            public void forceStop() {
                kill();
            }

            @Override
            public void setProcess(Process process) {
                started(process);
            }
        };
    }

    @Override
    protected StdReader<FFmpegResult> createStdErrReader(OutputListener listener) {
        return new Reading(stderr -> log.readFrom(stderr, onSignOfLife), Optional.of(NO_STATISTICS));
    }

    @Override
    protected StdReader<FFmpegResult> createStdOutReader() {
        return new Reading(this::readStandardOutput, Optional.empty());
    }

    private void readStandardOutput(InputStream stream) throws IOException {
        InputStream watched = new WatchedStream(stream, onSignOfLife);
        try {
            stdout.read(watched);
        } catch (IOException | RuntimeException e) {
            LOGGER.warn("the reader of FFmpeg's standard output failed; the run ends", e);
            log.add("[error] the reader of standard output failed: " + e.getMessage());
            throw e;
        }
        watched.transferTo(OutputStream.nullOutputStream());
    }

    @Override
    protected ProcessHelper createProgressHelper(com.github.kokorin.jaffree.ffmpeg.ProgressListener listener) {
        NegotiatingTcpServer server = NegotiatingTcpServer.onRandomPort(new FFmpegProgressReader(progress::accept));
        setProgress("tcp://" + server.getAddressAndPort());
        ProgressSocket socket = new ProgressSocket(server);
        progressSocket = socket;
        return socket;
    }

    /** Jaffree wants a result from exactly one of the two readers; what it holds is of no interest here. */
    private record Reading(StdoutReader reader, Optional<FFmpegResult> result) implements StdReader<FFmpegResult> {
        @Override
        public @Nullable FFmpegResult read(InputStream stream) {
            try {
                reader.read(stream);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return result.orElse(null);
        }

        @Override
        public List<LogMessage> getErrorLogMessages() {
            return List.of();
        }
    }

    /** Ends quietly when the process is gone; a broken progress report never fails a run. */
    private record ProgressSocket(NegotiatingTcpServer server) implements ProcessHelper {
        @Override
        public void run() {
            try {
                server.run();
            } catch (JaffreeException e) {
                LOGGER.debug("progress report ended: {}", e.getMessage());
            }
        }

        @Override
        public void close() {
            try {
                server.close();
            } catch (IOException e) {
                LOGGER.debug("progress socket did not close", e);
            }
        }
    }

    /** Says for each piece read that the process lives. */
    private static final class WatchedStream extends java.io.FilterInputStream {
        private final Runnable onBytes;

        WatchedStream(InputStream in, Runnable onBytes) {
            super(in);
            this.onBytes = onBytes;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            onBytes.run();
            return b;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            onBytes.run();
            return count;
        }
    }
}
