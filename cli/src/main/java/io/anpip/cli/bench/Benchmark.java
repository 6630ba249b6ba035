package io.anpip.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.anpip.cli.api.ApiClient;
import io.anpip.cli.data.DataDirectory;
import io.anpip.cli.failure.CommandFailed;
import io.anpip.cli.failure.Failure.Unknown;
import io.anpip.cli.stack.RunningStack;
import io.anpip.cli.stack.ServiceCatalogue;
import io.anpip.cli.stack.StackStatus;
import io.anpip.cli.terminal.Terminal;
import io.anpip.cli.upload.FileUpload;
import io.anpip.cli.upload.LocalFile;
import io.anpip.localstack.LocalStackAddresses.S3;
import io.anpip.schemas.EventCodec;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Runs pipeline and plain command in turns on a stack that is up, and gathers what they took. */
public final class Benchmark {
    private static final Duration SETTLE = Duration.ofSeconds(10);
    private static final String WORK_BUCKET = "anpip-work";

    private final DataDirectory data;
    private final StackStatus stack;
    private final Path ffmpeg;
    private final Terminal progress;
    private final HttpClient http;
    private final ApiClient api;
    private final FileUpload upload;

    public Benchmark(
            DataDirectory data,
            StackStatus stack,
            Path ffmpeg,
            Terminal progress,
            HttpClient http,
            ApiClient api,
            FileUpload upload) {
        this.data = data;
        this.stack = stack;
        this.ffmpeg = ffmpeg;
        this.progress = progress;
        this.http = http;
        this.api = api;
        this.upload = upload;
    }

    /** Measures everything; the videos it made are removed. */
    public BenchReport run(LocalFile clip, int runs, boolean withUploadMemory, Optional<Double> secondUpSeconds) {
        long idle = idleBytes();
        List<RunTimes> times = new ArrayList<>();
        Set<String> copied = new TreeSet<>();
        for (int run = 1; run <= runs; run++) {
            times.add(once(clip, run, runs, copied));
        }
        long idleAfter = idleBytes();
        Optional<Long> growth = withUploadMemory
                ? Optional.of(UploadMemory.growth(api, upload, data.samples(), pidOf(ServiceCatalogue.API)))
                : Optional.empty();
        return new BenchReport(
                clip.name(),
                Runtime.getRuntime().availableProcessors(),
                secondUpSeconds,
                idle,
                idleAfter,
                growth,
                times,
                List.copyOf(copied));
    }

    private RunTimes once(LocalFile clip, int run, int runs, Set<String> copied) {
        PipelineRun pipeline = PipelineRun.of(api, upload, clip, stack);
        say("run %d of %d: pipeline %.2f s", run, runs, pipeline.seconds());
        PlannedEncoding plan = PlannedEncoding.of(storedPlan(pipeline.videoId()));
        copied.addAll(plan.copiedNames());
        api.removeVideo(pipeline.videoId());
        PlainRun plain = PlainRun.of(plan, ffmpeg, clip.path(), data.scratch().resolve("bench"));
        say("run %d of %d: plain command %.2f s", run, runs, plain.seconds());
        return new RunTimes(
                pipeline.seconds(),
                pipeline.playableSeconds(),
                pipeline.cpuOf(ServiceCatalogue.TRANSCODE),
                pipeline.cpuOf(ServiceCatalogue.THUMBNAILS),
                pipeline.cpuOf(ServiceCatalogue.CHAPTERS),
                pipeline.cpuOfOthers(),
                plain.seconds(),
                plain.cpuSeconds());
    }

    private long idleBytes() {
        say("waiting until all is quiet ...");
        try {
            Thread.sleep(SETTLE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        Stream<Long> parts = stack.parts().stream().map(part -> part.pid());
        return ResidentMemory.ofAll(
                Stream.concat(parts, Stream.of(ProcessHandle.current().pid()))
                        .filter(pid -> pid > 0)
                        .toList());
    }

    private long pidOf(String name) {
        return stack.parts().stream()
                .filter(part -> part.name().equals(name))
                .mapToLong(part -> part.pid())
                .findFirst()
                .orElse(0);
    }

    private JsonNode storedPlan(String videoId) {
        S3 store = RunningStack.servers(data).addresses().s3();
        String key = "videos/" + videoId + "/g1/plan.json";
        try {
            HttpResponse<String> answer =
                    http.send(SignedGet.of(store, WORK_BUCKET, key, Instant.now()), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new CommandFailed(new Unknown("The store answered " + answer.statusCode() + " when asked for "
                        + key + ": without the plan there is nothing to compare with."));
            }
            return EventCodec.mapper().readTree(answer.body());
        } catch (IOException away) {
            throw new CommandFailed(new Unknown("The store at " + store.endpoint() + " does not answer."), away);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandFailed(new Unknown("Interrupted."), interrupted);
        }
    }

    private void say(String format, Object... arguments) {
        progress.line("  " + String.format(Locale.ROOT, format, arguments));
    }
}
