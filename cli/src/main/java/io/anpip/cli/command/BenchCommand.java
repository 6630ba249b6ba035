package io.anpip.cli.command;

import io.anpip.cli.api.ApiClient;
import io.anpip.cli.bench.BenchReport;
import io.anpip.cli.bench.BenchTable;
import io.anpip.cli.bench.Benchmark;
import io.anpip.cli.data.StackRecord;
import io.anpip.cli.ffmpeg.SampleClip;
import io.anpip.cli.stack.RunningStack;
import io.anpip.cli.stack.StackInspection;
import io.anpip.cli.stack.StackRequest;
import io.anpip.cli.stack.StackStatus;
import io.anpip.cli.terminal.Terminal;
import io.anpip.cli.upload.FileUpload;
import io.anpip.cli.upload.LocalFile;
import io.anpip.cli.upload.UploadLedger;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code anpip bench}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the pipeline against one plain FFmpeg command, and memory and start-up time.",
            "The pipeline: from finalize to READY. The command: the same renditions and segments from the local file.",
            "Starts the stack if it does not run, and then stops it at the end."
        },
        footer = "Ends with 0 when all goals are met, else with 1.")
public final class BenchCommand implements Callable<Integer> {
    @Mixin
    private StackOptions options = new StackOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "The video (default: a 1080p clip made with FFmpeg).")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--runs", paramLabel = "N", defaultValue = "3", description = "Runs of each (default: 3).")
    private int runs;

    @Option(names = "--memory", description = "Also upload 2 GiB and watch how upload-api grows.")
    private boolean memory;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Terminal progress = Terminal.err();
        Optional<LocalFile> given = file.map(LocalFile::at);
        StackRequest request = options.request();
        ForegroundStack stack = new ForegroundStack(request, progress);
        Optional<Double> secondUp = Optional.empty();
        if (!StackInspection.anythingRuns(request.data())) {
            secondUp = Optional.of(secondUp(request, progress));
        }
        StackStatus status = stack.bringUp();
        if (secondUp.isPresent()) {
            stack.endWithThisProcess();
        }
        Path ffmpeg = StackRecord.read(request.data())
                .map(record -> Path.of(record.ffmpegDirectory(), "ffmpeg"))
                .orElseThrow(() -> new IllegalStateException("A stack that is up has a record"));
        LocalFile clip = given.orElseGet(
                () -> LocalFile.at(SampleClip.BENCH.in(request.data().samples(), ffmpeg)));
        HttpClient http = ApiClient.httpClient();
        ApiClient api = new ApiClient(http, RunningStack.api(request.data()));
        FileUpload upload = new FileUpload(http, api, new UploadLedger(request.data()), progress);
        BenchReport report = new Benchmark(request.data(), status, ffmpeg, progress, http, api, upload)
                .run(clip, Math.max(1, runs), memory, secondUp);
        Terminal out = Terminal.out();
        if (json) {
            out.line(JsonOutput.of(report));
        } else {
            out.line("");
            BenchTable.lines(report, out.style()).forEach(out::line);
        }
        if (options.detach()) {
            stack.leave();
        }
        return report.meetsGoals() ? 0 : 1;
    }

    /** Starts and stops it, so that the start that counts finds everything unpacked and the caches of the disk warm. */
    private static double secondUp(StackRequest request, Terminal progress) {
        progress.line("First start:");
        ForegroundStack first = new ForegroundStack(request, progress);
        first.bringUp();
        first.leave();
        RunningStack.stop(request.data());
        progress.line("Second start:");
        ForegroundStack second = new ForegroundStack(request, progress);
        long begun = System.nanoTime();
        second.bringUp();
        double seconds = (System.nanoTime() - begun) / 1e9;
        second.leave();
        return seconds;
    }
}
