package io.anpip.chaos.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.anpip.chaos.process.MemoryCgroup;
import io.anpip.chaos.process.PipelineOptions;
import io.anpip.chaos.process.ServiceProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The kernel ends FFmpeg for want of memory: once, and then each time. */
final class FfmpegOutOfMemory implements Scenario {

    /** Less than x264 needs for the pictures of the long clip. */
    private static final int MEBIBYTES = 24;

    @Override
    public String id() {
        return "F09";
    }

    @Override
    public String title() {
        return "FFmpeg in a control group with too little memory";
    }

    @Override
    public String mechanism() {
        return "a killed FFmpeg is suspect and tried a second time, no more; off: one try";
    }

    @Override
    public Optional<PipelineOptions> without(PipelineOptions usual) {
        return Optional.of(usual.with("ANPIP_TRANSCODE_SUSPECT_ATTEMPTS", "1"));
    }

    @Override
    public void play(Run run) throws IOException, InterruptedException {
        try (MemoryCgroup small = MemoryCgroup.ofMebibytes(MEBIBYTES)) {
            String once = run.uploadLong();
            List<ProcessHandle> starved =
                    run.awaitBusyWorker().map(ServiceProcess::encoders).orElse(List.of());
            for (ProcessHandle encoder : starved) {
                small.take(encoder);
            }
            run.expect(
                    run.await(Duration.ofSeconds(30), () -> starved.stream().noneMatch(ProcessHandle::isAlive)),
                    "the kernel ends FFmpeg");
            run.expect(
                    run.await(Duration.ofMinutes(2), () -> run.isReady(once)), "the second try makes the video READY");

            String always = run.uploadLong();
            Thread others = run.uploadMeanwhile(2);
            long until = System.nanoTime() + Duration.ofMinutes(2).toNanos();
            Optional<JsonNode> end = Optional.empty();
            while (end.isEmpty() && System.nanoTime() < until) {
                for (ServiceProcess worker : run.pipeline().workers()) {
                    for (ProcessHandle encoder : worker.encoders()) {
                        if (isOfLongClip(encoder)) {
                            takeIfAlive(small, encoder);
                        }
                    }
                }
                end = run.client()
                        .look(always)
                        .filter(seen -> seen.path("status").asText().equals("FAILED"));
            }
            others.join();
            run.expect(
                    end.filter(seen ->
                                    seen.path("failure").path("kind").asText().equals("SUSPECT"))
                            .isPresent(),
                    "the video that is starved each time is FAILED as SUSPECT");
            run.expect(run.pipeline().workers().stream().allMatch(ServiceProcess::isAlive), "no worker died of it");
            run.awaitEnds(Duration.ofMinutes(2));
        }
    }

    /** The long clip alone is large enough for this rung. */
    private static boolean isOfLongClip(ProcessHandle encoder) {
        return encoder.info().arguments().stream().flatMap(Stream::of).anyMatch(argument -> argument.contains("720p"));
    }

    private static void takeIfAlive(MemoryCgroup small, ProcessHandle encoder) throws IOException {
        try {
            small.take(encoder);
        } catch (IOException ended) {
            if (encoder.isAlive()) {
                throw ended;
            }
        }
    }
}
