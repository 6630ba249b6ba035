package io.anpip.chaos.scenario;

import io.anpip.chaos.process.PipelineOptions;
import io.anpip.chaos.process.ServiceProcess;
import io.anpip.chaos.proxy.TcpProxy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A worker loses Kafka in the middle of an encode, and keeps the store; then it finds Kafka again. */
final class WorkerCutOff implements Scenario {

    private static final Duration CUT_OFF = Duration.ofSeconds(90);

    @Override
    public String id() {
        return "F13";
    }

    @Override
    public String title() {
        return "a worker cut off from Kafka for 90 s, not from the store";
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
        ServiceProcess cutOff = run.pipeline().workers().getFirst();
        for (int tries = 0; tries < 5 && cutOff.encodes().isEmpty(); tries++) {
            run.uploadLong();
            run.await(Duration.ofSeconds(15), () -> !cutOff.encodes().isEmpty());
        }
        Set<List<String>> inWork = cutOff.encodes();
        run.expect(!inWork.isEmpty(), "the worker encodes");
        long begun = System.nanoTime();
        run.pipeline().kafkaOfFirstWorker().weather(TcpProxy.Weather.BLACKHOLE);
        boolean resumed = run.awaitElsewhere(cutOff, inWork, CUT_OFF);
        run.expect(resumed, "the same chunk runs in another worker");
        run.measured("the same chunk runs in another worker " + Math.round((System.nanoTime() - begun) / 1e8) / 10.0
                + " s after the cut");
        run.awaitEnds(Duration.ofMinutes(3));
        Thread.sleep(Math.max(0, CUT_OFF.toMillis() - (System.nanoTime() - begun) / 1_000_000));
        run.pipeline().kafkaOfFirstWorker().weather(TcpProxy.Weather.FAIR);
        run.expect(
                run.await(Duration.ofSeconds(90), cutOff::isReady),
                "the worker is ready again once it has Kafka again");
        run.upload(2);
        run.awaitEnds(Duration.ofMinutes(2));
    }
}
