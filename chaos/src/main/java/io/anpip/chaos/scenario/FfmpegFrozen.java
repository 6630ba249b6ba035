package io.anpip.chaos.scenario;

import io.anpip.chaos.process.PipelineOptions;
import io.anpip.chaos.process.ServiceProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** FFmpeg alone stands still; the watchdog ends it and the task is tried again. */
final class FfmpegFrozen implements Scenario {

    @Override
    public String id() {
        return "F04";
    }

    @Override
    public String title() {
        return "SIGSTOP of FFmpeg alone";
    }

    @Override
    public String mechanism() {
        return "the watchdog over FFmpeg's progress; off: a stall budget of an hour";
    }

    @Override
    public Optional<PipelineOptions> without(PipelineOptions usual) {
        return Optional.of(usual.with("ANPIP_TRANSCODE_STALL_BUDGET", "1h"));
    }

    @Override
    public void play(Run run) throws IOException, InterruptedException {
        run.uploadLong();
        Optional<ServiceProcess> busy = run.awaitBusyWorker();
        if (busy.isEmpty()) {
            run.expect(false, "a worker encodes");
            return;
        }
        List<ProcessHandle> frozen = busy.get().encoders();
        for (ProcessHandle ffmpeg : frozen) {
            ServiceProcess.signal(ffmpeg, "STOP");
        }
        long begun = System.nanoTime();
        boolean gone = run.await(Duration.ofSeconds(60), () -> frozen.stream().noneMatch(ProcessHandle::isAlive));
        run.expect(gone, "the watchdog kills FFmpeg");
        run.measured("FFmpeg was ended " + Math.round((System.nanoTime() - begun) / 1e9) + " s after it stood still");
        run.expect(busy.get().isAlive(), "the worker lives on");
        frozen.forEach(ProcessHandle::destroyForcibly);
        run.awaitEnds(Duration.ofMinutes(3));
    }
}
