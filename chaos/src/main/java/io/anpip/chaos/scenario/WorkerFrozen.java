package io.anpip.chaos.scenario;

import io.anpip.chaos.process.PipelineOptions;
import io.anpip.chaos.process.ServiceProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A worker stands still for longer than its session and then goes on, with a successor at work. */
final class WorkerFrozen implements Scenario {

    @Override
    public String id() {
        return "F03";
    }

    @Override
    public String title() {
        return "SIGSTOP of a worker in an encode, then SIGCONT";
    }

    @Override
    public String mechanism() {
        return "another takes its work over, and one conditional PUT decides whose result stands; off: a session of ten minutes";
    }

    @Override
    public Optional<PipelineOptions> without(PipelineOptions usual) {
        return Optional.of(WorkerKilledInEncode.withEndlessSession(usual));
    }

    @Override
    public void play(Run run) throws IOException, InterruptedException {
        run.uploadLong();
        Optional<ServiceProcess> busy = run.awaitBusyWorker();
        if (busy.isEmpty()) {
            run.expect(false, "a worker encodes");
            return;
        }
        ServiceProcess frozen = busy.get();
        List<ProcessHandle> children = frozen.encoders();
        Set<List<String>> lost = frozen.encodes();
        frozen.signal("STOP");
        for (ProcessHandle child : children) {
            ServiceProcess.signal(child, "STOP");
        }
        long begun = System.nanoTime();
        boolean resumed = run.awaitElsewhere(frozen, lost, Duration.ofSeconds(90));
        run.expect(resumed, "the same chunk runs in another worker");
        run.measured("the same chunk runs in another worker " + Math.round((System.nanoTime() - begun) / 1e8) / 10.0
                + " s after the freeze");
        run.awaitEnds(Duration.ofMinutes(3));
        frozen.signal("CONT");
        for (ProcessHandle child : children) {
            ServiceProcess.signal(child, "CONT");
        }
        run.expect(
                run.await(Duration.ofSeconds(60), () -> frozen.encoders().isEmpty()),
                "the thawed worker comes to an end with what it had");
        run.awaitEnds(Duration.ofMinutes(1));
    }
}
