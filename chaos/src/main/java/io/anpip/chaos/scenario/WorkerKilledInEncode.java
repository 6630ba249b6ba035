package io.anpip.chaos.scenario;

import io.anpip.chaos.process.PipelineOptions;
import io.anpip.chaos.process.ServiceProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A worker dies in the middle of an encode; another takes the chunk over. */
final class WorkerKilledInEncode implements Scenario {

    private final int times;

    WorkerKilledInEncode(int times) {
        this.times = times;
    }

    @Override
    public String id() {
        return "F01";
    }

    @Override
    public String title() {
        return "kill -9 of a worker in an encode";
    }

    @Override
    public String mechanism() {
        return "the consumer group gives a dead worker's records to another after its session has ended; off: a session of ten minutes";
    }

    /** Ten seconds are the goal; a session lasts six. What was measured is reported, and a busy machine does not decide the test. */
    private static final Duration LIMIT = Duration.ofSeconds(45);

    @Override
    public Optional<PipelineOptions> without(PipelineOptions usual) {
        return Optional.of(withEndlessSession(usual));
    }

    /** A dead worker stays in its group, and nobody looks for what stands still. */
    static PipelineOptions withEndlessSession(PipelineOptions usual) {
        return usual.with("JAVA_TOOL_OPTIONS", "-Dmp.messaging.connector.smallrye-kafka.session.timeout.ms=600000")
                .with("ANPIP_SWEEPER_ENABLED", "false");
    }

    @Override
    public void play(Run run) throws IOException, InterruptedException {
        for (int time = 0; time < times; time++) {
            run.uploadLong();
            Optional<ServiceProcess> busy = run.awaitBusyWorker();
            if (busy.isEmpty()) {
                run.expect(false, "a worker encodes");
                return;
            }
            ServiceProcess victim = busy.get();
            Set<List<String>> lost = victim.encodes();
            victim.kill();
            long killed = System.nanoTime();
            boolean resumed = run.awaitElsewhere(victim, lost, LIMIT);
            double seconds = (System.nanoTime() - killed) / 1e9;
            run.measured(
                    "the same chunk runs in another worker " + Math.round(seconds * 10) / 10.0 + " s after the kill");
            run.expect(resumed, "the same chunk runs in another worker within " + LIMIT.toSeconds() + " s");
            run.awaitEnds(Duration.ofMinutes(2));
            victim.restart();
            victim.awaitReady();
        }
    }
}
