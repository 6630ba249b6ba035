package io.anpip.chaos.scenario;

import io.anpip.chaos.process.PipelineOptions;
import io.anpip.localstack.StackPart;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Kafka is killed and started five times within two minutes. */
final class BrokerRestarted implements Scenario {

    @Override
    public String id() {
        return "F12";
    }

    @Override
    public String title() {
        return "five restarts of the broker";
    }

    @Override
    public String mechanism() {
        return "consumers and producers come back by themselves, and nothing fails for it; off: given up after a second";
    }

    @Override
    public Optional<PipelineOptions> without(PipelineOptions usual) {
        return Optional.of(usual.impatient());
    }

    @Override
    public void play(Run run) throws IOException, InterruptedException {
        Thread uploads = run.uploadMeanwhile(6);
        for (int time = 0; time < 5; time++) {
            run.pipeline().kill(StackPart.KAFKA);
            run.pipeline().startServers();
            Thread.sleep(Duration.ofSeconds(12));
        }
        uploads.join();
        run.awaitEnds(Duration.ofMinutes(5));
        run.expectAllReady();
    }
}
